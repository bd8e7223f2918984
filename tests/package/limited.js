/**
 * The module with a limit to its memory. A larger input than fits makes it trap in earnest, as when a machine has no
 * more to give: the module that is shipped has nothing in it that a test could make fail.
 */

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of a module's sections, the one that says how much memory there is. */
const MEMORY = 5;

/** The module's bytes with room for so many pages of 64 KiB beyond what it begins with. */
export function limited(bytes, pages) {
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at];
    const [size, start] = number(bytes, at + 1);
    if (id === MEMORY) {
      const [count, flags] = number(bytes, start);
      if (count !== 1 || bytes[flags] !== 0) throw new Error("one memory without a limit was expected");
      const [first] = number(bytes, flags + 1);
      const section = [...written(1), 1, ...written(first), ...written(first + pages)];
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([MEMORY, ...written(section.length), ...section]),
        bytes.subarray(start + size),
      ]);
    }
    at = start + size;
  }
  throw new Error("the module has no memory");
}

/** A script that carries the module, with the limited one in its place. */
export function withLimitedModule(script, pages) {
  const carried = /(?<=["`])AGFzbQ[\w+/=]{100000,}(?=["`])/;
  if (!carried.test(script)) throw new Error("the script carries no module");
  return script.replace(carried, (base64) => limited(Buffer.from(base64, "base64"), pages).toString("base64"));
}

/** A copy of the installed package in `folder`, its module limited. */
export function limitedPackage(installed, folder, pages) {
  cpSync(installed, folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const inline = join(folder, "inline.js");
  writeFileSync(inline, withLimitedModule(readFileSync(inline, "utf8"), pages));
}

/** An unsigned number as modules write it, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at++) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

function written(value) {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...written(value >>> 7)];
}
