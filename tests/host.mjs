// A host of the page that does not do as it should: it serves a folder, and may answer otherwise.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

// `otherwise(name)` gives what of an answer differs: status, headers, body; or `torn`, where there is none.
export async function host(folder) {
  let otherwise = () => ({});
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://host").pathname.slice(1) || "index.html";
    const { status = 200, headers, body, torn } = (await otherwise(name)) ?? {};
    if (torn) return request.socket.destroy();
    const content = body ?? await readFile(join(folder, name)).catch(() => undefined);
    if (content === undefined) return response.writeHead(404).end("not found");
    response.writeHead(status, { "Content-Type": TYPES[extname(name)], "X-Content-Type-Options": "nosniff", ...headers });
    response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    answer: (answers = () => ({})) => (otherwise = answers),
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
