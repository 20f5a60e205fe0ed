/** Error codes for failed connections, including two from Bun. Codes that can also follow a redirect are excluded. */
const unconnected =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ConnectionRefused|FailedToOpenSocket|UND_ERR_CONNECT_TIMEOUT)$/;

/** Error codes for untrusted certificates, which are checked before a request is sent. */
const untrusted =
  /^(CERT_\w+|CRL_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|ERROR_IN_(CERT|CRL)_\w+|ERR_TLS_CERT_\w+)$/;

/** Error codes for failed TLS handshakes. Alerts that can arrive after a request was sent are excluded. */
const handshakeCode =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|HTTP_REQUEST|.*(PROTOCOL_VERSION|HANDSHAKE_FAILURE|UNRECOGNIZED_NAME))$/;

const messages: Readonly<Record<string, RegExp>> = {
  EPROTO:
    /wrong version number|unsupported protocol|alert (protocol version|handshake failure)|unrecognized name|TLS handshake failed/,
  ECONNRESET: /before secure TLS connection was established/,
  "": /^error sending request for url \(.*\): client error \(Connect\)/,
};

const maxDepth = 8;

function saysSo({ code = "", syscall, message }: Partial<Record<string, unknown>>): boolean {
  const name = String(code);
  if (untrusted.test(name) || handshakeCode.test(name)) return true;
  if (messages[name]?.test(String(message))) return true;
  // Reads and writes on an open connection can fail with the same codes, so `syscall` is checked instead if it's known.
  return typeof syscall !== "string"
    ? unconnected.test(name)
    : /^(connect|getaddrinfo|query\w*)$/.test(syscall);
}

function isUnconnected(thrown: unknown, depth: number): boolean {
  if (typeof thrown !== "object" || thrown === null || depth > maxDepth) return false;
  const { errors, cause } = thrown as { readonly errors?: unknown; readonly cause?: unknown };
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((error) => isUnconnected(error, depth + 1));
  }
  return saysSo(thrown) || isUnconnected(cause, depth + 1);
}

/** Returns whether an error proves that no request was sent. Assumes that `fetch` doesn't retry or follow redirects. */
export const isConnectError = (thrown: unknown): boolean => isUnconnected(thrown, 0);
