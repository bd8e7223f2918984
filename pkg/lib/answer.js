/** What a worker answers to `{ name, args }`: `{ value }`, or `{ error }` with what a MatnError is made of. */
export function answer(functions, { name, args }) {
  try {
    return { value: functions[name](...args) };
  } catch ({ code, message, blocks }) {
    return { error: { code, message, blocks } };
  }
}
