/** The history: sessions on this device, in IndexedDB, and nowhere else. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Session } from "../session/session";

export interface Entry {
  id: string;
  /** When it was last open, milliseconds. */
  time: number;
  title: string | null;
  /** The clean text: what the search looks into. */
  text: string;
  words: number;
  session: Session;
}

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { time: number } };
  /** What is carried over a reload, to the new version of the page. */
  carried: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("matn", 1, {
    upgrade(db) {
      db.createObjectStore("entries", { keyPath: "id" }).createIndex("time", "time");
      db.createObjectStore("carried");
    },
  });
  return opened;
}

/** All entries, the last one first. */
export async function all(): Promise<Entry[]> {
  return (await (await database()).getAllFromIndex("entries", "time")).reverse();
}

export async function put(...entries: readonly Entry[]): Promise<void> {
  const change = (await database()).transaction("entries", "readwrite");
  await Promise.all([...entries.map((entry) => change.store.put(entry)), change.done]);
}

export async function drop(...ids: readonly string[]): Promise<void> {
  const change = (await database()).transaction("entries", "readwrite");
  await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
}

export async function carry(name: string, value: unknown): Promise<void> {
  await (await database()).put("carried", value, name);
}

/** Takes what was carried; it is there once. */
export async function taken(name: string): Promise<unknown> {
  const db = await database();
  const value = await db.get("carried", name);
  if (value !== undefined) await db.delete("carried", name);
  return value;
}
