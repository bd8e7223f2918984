/** An address pasted alone. */

/** The web address that a text is, or null where it is anything more or less. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || /\s/.test(trimmed) || trimmed.length > 4000) return null;
  const written = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  return written;
}
