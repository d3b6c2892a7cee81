/** Node's own fetch that refuses to leave the machine: a test that would reach a network fails. */
export const loopbackFetch: typeof globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.hostname !== '127.0.0.1') throw new Error(`a test reached for ${url.host}`)
  return fetch(input, init)
}
