import ipaddr from "ipaddr.js";

/** Names that only networks of one's own resolve: reserved for them, or never given to the public. */
const localSuffixes = [
  "localhost",
  "local",
  "localdomain",
  "internal",
  "intranet",
  "lan",
  "home",
  "home.arpa",
  "corp",
  "svc",
];

const isIPv4 = (address: ipaddr.IPv4 | ipaddr.IPv6): address is ipaddr.IPv4 =>
  address.kind() === "ipv4";

/** All of IPv6 that is routed in public begins with the bits 001. Some of it leads to an IPv4 address, or to no place. */
function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return isIPv4(address) || (address.parts[0] ?? 0) >>> 13 === 1;
}

/**
 * Returns whether a host is this machine, or in a private network: by its address in any spelling, as by its name. Names are
 * not looked up, so one that resolves to a private address is not recognized.
 *
 * @param hostname as `URL` has it, which reads `0x7f.1`, `017700000001` and `2130706433` as `127.0.0.1`
 */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.+$/, "")
    .toLowerCase();
  if (ipaddr.isValid(name)) return !isPublicAddress(ipaddr.process(name));
  // A name without a dot is one of a container or a local network.
  return !name.includes(".") || localSuffixes.some((suffix) => name.endsWith(`.${suffix}`));
}
