/** What each page is allowed, as Content-Security-Policy. */

const written = (rules) =>
  Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");

const closed = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
};

/** The page: nothing but its own files. Policies: one starts the Worker, one the service worker. */
export const pagePolicy = written({
  ...closed,
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "frame-src": "'self'",
  "trusted-types": "matn matn-page",
});

/** Workers take their rules from the headers of their own file. */
export const workerPolicy = written({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
});

/** The frame of a picture: a picture from anywhere, and nothing else. */
export const picturePolicy = written({
  ...closed,
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "https: http:",
  "trusted-types": "'none'",
});

/** The single file: its own code and styles by their hashes, and no connection at all. */
export const singlePolicy = (script, style) =>
  written({
    ...closed,
    "script-src": `'sha256-${script}' 'wasm-unsafe-eval'`,
    "style-src": `'sha256-${style}'`,
    "font-src": "data:",
    "img-src": "data:",
    "connect-src": "'none'",
    "trusted-types": "'none'",
  });
