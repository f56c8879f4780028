// Node.js as a judge of patterns: reads a file of [[pattern, [text, ...]], ...] and prints a line for each pattern, a digit
// for each text (1 where the pattern matches, ? where Node.js backtracks for too long), or `invalid`.
const fs = require("fs");
const vm = require("vm");

const test = new vm.Script("expression.test(text) ? '1' : '0'");

const lines = JSON.parse(fs.readFileSync(process.argv[2], "utf8")).map(([pattern, texts]) => {
    try {
        globalThis.expression = new RegExp(pattern, "u");
    } catch {
        return "invalid";
    }
    const answers = texts.map((text) => {
        globalThis.text = text;
        try {
            return test.runInThisContext({ timeout: 50 });
        } catch {
            return "?";
        }
    });
    return answers.join("");
});
fs.writeSync(1, lines.join("\n") + "\n");
