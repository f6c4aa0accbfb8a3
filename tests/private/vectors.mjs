// Puts the vectors to the very scripts that pages hold, in Node: reads {script, vectors}, writes what came of each.
import { readFileSync } from "node:fs";
const { script, vectors } = JSON.parse(readFileSync(0, "utf-8"));
const answers = new Function("vectors", `${script}\nreturn answersTo(vectors);`);
console.log(JSON.stringify(await answers(vectors)));
