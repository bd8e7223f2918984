/** The module's bytes with room for so many pages of 64 KiB beyond what it begins with. */
export function limited(bytes: Uint8Array, pages: number): Buffer;

/** A script that carries the module, with the limited one in its place. */
export function withLimitedModule(script: string, pages: number): string;
