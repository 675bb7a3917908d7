// Makes one file of a scene: the page as convlens.html, with the scene's link and the parts that its picture and its language need.
//
//   src/ loads this script when a reader first asks for such a file, and
//   src/ calls     convlensOneFile(link, parts)   for a promise of a Blob. `link` is a query with its "?", or "";
//                                                 `parts` names what of the page the scene needs beyond every scene, as
//                                                 src/split.rs does: ["explain", "windows"] with a picture of windows,
//                                                 and "zh" where that is its language.
//
// The places in convlens.html that this writes to are made by xtask/src/onefile.rs.
{
  const here = new URL("./", document.currentScript.src);

  const get = async (file) => {
    const answer = await fetch(new URL(file, here));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer;
  };

  const base64 = (blob) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });

  async function part(file) {
    const deflated = (await get(file)).body.pipeThrough(new CompressionStream("deflate-raw"));
    return `<script type="text/plain" data-part="${file}">${await base64(await new Response(deflated).blob())}</script>\n`;
  }

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

  window.convlensOneFile = async (link, parts) => {
    const page = await (await get("convlens.html")).text();
    const more = JSON.parse(page.match(/id="convlens-more">(.*)<\/script>/)[1]);
    const files = new Set(parts.flatMap((name) => more[name]));
    const scripts = (await Promise.all(Array.from(files, part))).join("");
    // A function: what is put in stands as it is, "$&" too.
    const made = page
      .replace(/(name="convlens-link" content=)""/, (_, start) => `${start}"${escaped(link)}"`)
      .replace(/data-without="(.*?)"/, (_, names) => `data-without="${names.split(" ").filter((name) => !parts.includes(name)).join(" ")}"`)
      .replace(/<script type="application\/json"/, (start) => scripts + start);
    return new Blob([made], { type: "text/html" });
  };
}
