// The pages that we write ourselves, and what those of others' tools are made of.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

// How wide the text of our own pages is.
export const COLUMN = 760;

const STYLE = `main { width: ${COLUMN}px; max-width: 100%; margin: auto }`;

// The body that every host's page has: something to Tab from and to, and enough to scroll.
export const LAYER = "Conv2d(1,1,3,padding=1)";

const words = "A kernel moves over the input and gives one number at each place. ".repeat(12);
const around = (embed) => `<h1>A course</h1>
<p><a id="before" href="#before">before</a></p>
${embed}
<p><a id="after" href="#after">after</a></p>
${`<p>${words}</p>\n`.repeat(20)}`;

const html = (embed, head) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A course</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">${head}</head>
<body>
<main>
${around(embed)}</main>
</body>
</html>
`;

// Writes a page with its style sheet. Returns the page's file.
export function write(folder, embed, head = "", style = "") {
  const page = join(folder, "index.html");
  writeFileSync(page, html(embed, head));
  writeFileSync(join(folder, "page.css"), STYLE + style);
  return page;
}

export const markdown = (embed) => around(`\n${embed}\n`).replace("<h1>A course</h1>", "# A course\n");

// A scene as the snippets of the composer embed it.
export const link = (page, more = "step=3&autoplay=0") => `${page}?embed&layer=${LAYER}&${more}`;

export const iframe = (src, height, more = "") => `<iframe title="ConvLens" src="${src.replaceAll("&", "&amp;")}" width="100%" height="${height}" frameborder="0" loading="lazy" allow="clipboard-write; fullscreen" ${more}></iframe>`;
