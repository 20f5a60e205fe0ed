import ipaddr from "ipaddr.js";

const localName = /\.(localhost|local|localdomain|internal|intranet|lan|home|home\.arpa|corp|svc)$/;

/** Returns whether an address is public. Public IPv6 starts with bits 001, but some of it maps to IPv4 or nothing. */
function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return !("parts" in address) || (address.parts[0] ?? 0) >>> 13 === 1;
}

/** Doesn't resolve names. `hostname` must come from a `URL`, which normalizes `0x7f.1` and `2130706433`. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.+$/, "")
    .toLowerCase();
  if (ipaddr.isValid(name)) return !isPublicAddress(ipaddr.process(name));
  return !name.includes(".") || localName.test(name);
}
