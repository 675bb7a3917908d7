// Folders served on loopback, with the headers of whoever serves such folders.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { Readable } from "node:stream";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json",
  ".png": "image/png", ".woff2": "font/woff2", ".xml": "application/xml", ".txt": "text/plain",
};

// The strictest policy that the page runs under. The page may stand in a frame anywhere: it names no frame-ancestors.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src 'self'";

// Serves a folder under a host name of this machine. `headers` gives those of a file by its name. `otherwise` gives what
// else differs from the file: status, headers, body, as a whole or in pieces; or `torn`, where there is no answer at all.
export async function serve(folder, { host = "127.0.0.1", headers = () => ({}), otherwise = () => ({}) } = {}) {
  const requests = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    requests.set(name, (requests.get(name) ?? 0) + 1);
    const { status = 200, headers: others, body, torn } = await otherwise(name);
    if (torn) return request.socket.destroy();
    try {
      const content = body ?? await readFile(join(folder, name));
      response.writeHead(status, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", ...headers(name), ...others });
      Readable.from(content).pipe(response);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise((done) => server.listen(0, host, done));
  return { url: `http://${host}:${server.address().port}/`, requests, close: () => server.closeAllConnections() ?? server.close() };
}

// The page of ConvLens as its own site serves it: no header lets other origins read it.
export const site = (dist) => serve(dist, {
  headers: (name) => ({
    "Cache-Control": HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    ...(name === "/index.html" ? { "Content-Security-Policy": POLICY } : {}),
  }),
});

// `name-0123456789abcdef.js`
export const HASHED = /-[0-9a-f]{12,16}(_bg)?\.\w+$/;
