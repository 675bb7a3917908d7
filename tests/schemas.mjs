// Holds scenes and messages to the schemas in docs. As a program, it holds the schemas to their own examples and to every
// published link, and to refuse what is wrong.
//
//     node tests/schemas.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const scenes = JSON.parse(read("docs/scene.schema.json"));
const messages = JSON.parse(read("docs/messages.schema.json"));
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
ajv.addSchema(scenes, "scene.schema.json");
ajv.addSchema(messages, "messages.schema.json");

/** What is wrong with a value by a schema, in words; nothing where it holds. */
export function fault(schema, value) {
  const holds = ajv.getSchema(schema);
  return holds(value) ? null : ajv.errorsText(holds.errors);
}

/** The same of a message: a "request" to an embed, a "reply", or "news" from it. */
export const messageFault = (kind, message) => fault(`messages.schema.json#/$defs/${kind}`, message);

function check() {
  // Given the examples that stand in the schemas, when they are held to them, then they hold
  for (const [name, { examples = [] }] of Object.entries(messages.$defs)) {
    const kind = name.includes(".") && { ask: "request", reply: "reply", news: "news" }[name.split(".")[0]];
    for (const example of kind ? examples : []) {
      assert.equal(fault(`messages.schema.json#/$defs/${name}`, example), null, name);
      assert.equal(messageFault(kind, example), null, name);
    }
    assert.ok(!kind || examples.length > 0 || name === "news.score", `${name} has no example`);
  }
  const { properties } = scenes.$defs.keys;
  for (const [name, { examples }] of Object.entries(properties)) {
    for (const value of examples) assert.equal(fault("scene.schema.json", { [name]: value }), null, name);
  }

  // Given every link that was ever published, when it is an object of its parameters, then it is a scene
  const lines = read("crates/story/tests/data/published-links.txt").trim().split("\n");
  assert.ok(lines.length > 20);
  for (const line of lines) {
    for (const link of line.split(" | ").slice(0, 2)) {
      assert.equal(fault("scene.schema.json", Object.fromEntries(new URLSearchParams(link.trim()))), null, link);
    }
  }

  // Given what is wrong, when it is held to them, then it does not hold
  const wrong = [
    {},
    { convlens: 2, type: "get" },
    { convlens: 1, type: "gets" },
    { convlens: 1, type: "get", id: {} },
    { convlens: 1, type: "get", more: 1 },
    { convlens: 1, type: "set" },
    { convlens: 1, type: "set", scene: { layers: "Conv2d(1,1,3)" } },
    { convlens: 1, type: "set", scene: { theme: "blue" } },
    { convlens: 1, type: "set", scene: { hide: ["stepper"] } },
    { convlens: 1, type: "seek", step: -1 },
    { convlens: 1, type: "step", by: "one" },
    { convlens: 1, type: "theme", theme: "blue" },
    { convlens: 1, type: "export", format: "bmp" },
    { convlens: 1, type: "compute", spec: { op: "conv" }, input: { shape: [1], data: [1] } },
  ];
  for (const message of wrong) assert.ok(messageFault("request", message), JSON.stringify(message));
  assert.ok(messageFault("reply", { convlens: 1, type: "answer", to: "get", value: { layer: "", step: 0 } }));
  assert.ok(messageFault("news", { convlens: 1, type: "ready", version: 1, height: -1 }));
  console.log(`${lines.length} links and the examples of both schemas hold`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
