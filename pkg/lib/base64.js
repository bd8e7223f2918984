/** The bytes of a base64 text, by the fastest way that the platform has. */
export function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  // Node's own: ten times as fast as what follows.
  if (globalThis.Buffer?.from) return globalThis.Buffer.from(base64, "base64");
  const binary = atob(base64);
  // An index loop: `Uint8Array.from` with a mapping takes twenty times as long.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
