/** Whether a host name or address means this machine itself; IPv6 with or without brackets, and as mapped IPv4. */
export function isLoopback(host: string): boolean {
  return /^(localhost|(::ffff:)?127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
