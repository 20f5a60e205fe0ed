import ipaddr from "ipaddr.js";

const localName = /\.(localhost|local|localdomain|internal|intranet|lan|home|home\.arpa|corp|svc)$/;

/** Returns whether an address is public. Public IPv6 addresses start with the bits 001 and aren't reserved or mapped. */
function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return !("parts" in address) || (address.parts[0] ?? 0) >>> 13 === 1;
}

/** Returns whether a host is private, without a DNS lookup. `hostname` must come from a `URL`, which normalizes it. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.+$/, "")
    .toLowerCase();
  if (ipaddr.isValid(name)) return !isPublicAddress(ipaddr.process(name));
  return !name.includes(".") || localName.test(name);
}
