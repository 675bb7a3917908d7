// Where the files of the page's wasm come from: its own host.
const url = (file) => new URL(file, import.meta.url).href;

export async function soon(file) {
  const answer = await fetch(url(file));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export function now(file) {
  const request = new XMLHttpRequest();
  request.open("GET", url(file), false);
  // A synchronous answer is a text: of this encoding each letter's low byte is a byte of the file.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${file}: ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt());
}
