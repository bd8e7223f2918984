/** A static host of the test's own: under a sub-path, with files that can be exchanged, and that can be ended. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

export interface Host {
  /** Where the page is, with a slash at its end. */
  address: string;
  /** Changes what a file contains from now on. */
  exchange(file: string, change: (content: string) => string): void;
  close(): Promise<void>;
}

export async function host(path = "/"): Promise<Host> {
  const changed = new Map<string, (content: string) => string>();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const name = asked.startsWith(path) ? asked.slice(path.length) || "index.html" : "";
    const file = join(dist, name);
    if (!name || !file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(asked.endsWith("favicon.ico") ? 204 : 404).end();
      return;
    }
    const change = changed.get(name);
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" });
    response.end(change ? change(readFileSync(file, "utf8")) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    exchange: (file, change) => changed.set(file, change),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
