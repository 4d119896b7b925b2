/** What our own code must not do, looked for in all of it as the parser sees it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { packageFolder } from "./app/write-schemas.ts";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Every node of a file, outer before inner. */
function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const part of Object.values(value)) yield* nodesIn(part);
  }
}

const files = readdirSync(join(packageFolder, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\//.test(path))
  .map((path) => {
    const text = readFileSync(join(packageFolder, "src", path), "utf8");
    return { path: `src/${path}`, text, nodes: [...nodesIn(parseSync(path, text).program)] };
  });

/** What a look at every node finds, by file. */
const found = (look: (node: Node, text: string, path: string, all: readonly Node[]) => string | undefined) =>
  files.flatMap(({ path, text, nodes }) =>
    nodes.flatMap((node) => {
      const what = look(node, text, path, nodes);
      return what === undefined ? [] : [`${path}: ${what}`];
    }),
  );

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === "Identifier" && typeof node["name"] === "string" ? node["name"] : undefined;

/** Names that stand for a text or number written in the code: `export const table = "accounts"`. */
const constantNames = (() => {
  const names = new Set<string>();
  const isConstant = (init: unknown): boolean => {
    if (!isNode(init)) return false;
    const parts = init.type === "TemplateLiteral" ? (init["expressions"] as readonly Node[]) : undefined;
    return init.type === "Literal" || (parts?.every((one) => names.has(nameOf(one) ?? "")) ?? false);
  };
  // Twice, for one may be made of another.
  for (const { nodes } of [...files, ...files])
    for (const { type, id, init } of nodes)
      if (type === "VariableDeclarator" && isConstant(init)) names.add(nameOf(id) ?? "");
  return names;
})();

/** Whether a part of a statement stands in the code: a constant's name, which names nothing else in this file. */
function isWritten(part: Node, nodes: readonly Node[]): boolean {
  const name = nameOf(part) ?? "";
  if (!constantNames.has(name)) return false;
  return !nodes.some(({ type, id, init, params }) => {
    if (type === "VariableDeclarator" && nameOf(id) === name)
      return !(isNode(init) && (init.type === "Literal" || init.type === "TemplateLiteral"));
    return [...nodesIn(params ?? [])].some((one) => nameOf(one) === name);
  });
}

describe("Our own code", () => {
  test("puts nothing into SQL but parameters and what stands in the code itself", () => {
    const isSql =
      /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|PRAGMA|ATTACH|GRANT|REVOKE|VALUES|WHERE|SET|LISTEN|NOTIFY|COPY|TRUNCATE|LOCK|LIKE)\b/;
    let statements = 0;
    const put = found((node, text, _path, all) => {
      if (node.type === "BinaryExpression" && node["operator"] === "+") {
        const whole = text.slice(node.start, node.end);
        return /\b(SELECT|INSERT INTO|DELETE FROM|PRAGMA)\b/.test(whole) ? `joined: ${whole}` : undefined;
      }
      if (node.type !== "TemplateLiteral") return undefined;
      const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
      if (!isSql.test(quasis.map(({ value }) => value.cooked).join(" "))) return undefined;
      statements += 1;
      const parts = (node["expressions"] as readonly Node[]).filter((one) => !isWritten(one, all));
      return parts.length === 0
        ? undefined
        : parts.map(({ start, end }) => text.slice(start, end)).join(", ");
    });
    expect(put.filter((one) => !constants.has(one))).toEqual([]);
    expect([...constants.keys()].filter((one) => !put.includes(one))).toEqual([]);
    expect(statements).toBeGreaterThan(60);
  });

  test("calls other servers in one place alone, and starts no other program but its own", () => {
    const network = /^(node:)?(net|tls|dgram|dns|http2|https?)(\/promises)?$|^(undici|ws|axios|node-fetch)$/;
    const reaching = found((node) => {
      if (node.type === "CallExpression" && nameOf(node["callee"]) === "fetch") return "fetch()";
      if (node.type === "NewExpression" && /^(WebSocket|XMLHttpRequest)$/.test(nameOf(node["callee"]) ?? ""))
        return nameOf(node["callee"]);
      const source = isNode(node["source"]) ? node["source"]["value"] : undefined;
      if (/^(ImportDeclaration|ImportExpression)$/.test(node.type) && node["importKind"] !== "type")
        if (typeof source === "string" && (network.test(source) || source === "node:child_process"))
          return source;
      return undefined;
    });
    expect(reaching.toSorted()).toEqual(reachers.toSorted());
  });

  test("runs no text as code and puts none into a page as HTML", () => {
    const run = found((node) => {
      if (/^(CallExpression|NewExpression)$/.test(node.type))
        if (/^(eval|Function)$/.test(nameOf(node["callee"]) ?? "")) return nameOf(node["callee"]);
      const named = nameOf(node["property"]) ?? nameOf(node["key"]);
      if (
        /^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|runInNewContext|runInThisContext)$/.test(named ?? "")
      )
        return named;
      const attribute = isNode(node["name"]) ? node["name"]["name"] : undefined;
      if (node.type === "JSXAttribute" && /^(dangerouslySetInnerHTML|srcDoc)$/.test(String(attribute)))
        return String(attribute);
      if (node.type === "CallExpression" && /\braw$/.test(nameOf(node["callee"]) ?? "")) return "raw()";
      return undefined;
    });
    expect(run).toEqual([]);
  });

  test("takes secrets and identifiers from the system's random numbers, never from Math.random", () => {
    const guessable = found((node, text) =>
      node.type === "MemberExpression" && text.slice(node.start, node.end) === "Math.random"
        ? "Math.random"
        : undefined,
    );
    // How long somebody waits before they try a busy database again.
    expect(guessable).toEqual(["src/ledger/postgres/connect.ts: Math.random"]);
  });

  test("names no hash, cipher or key size that is weak", () => {
    const weak = found((node) => {
      const value = node.type === "Literal" ? node["value"] : undefined;
      return typeof value === "string" &&
        /^(md[245]|sha-?1|des|des3|3des|rc[24]|bf|(aes-(128|192|256)-)(ecb|cbc)|ripemd160)$/i.test(value)
        ? value
        : undefined;
    });
    expect(weak).toEqual([]);
    const strong = found((node) => (node["value"] === "aes-256-gcm" ? "aes-256-gcm" : undefined));
    expect(strong.length).toBeGreaterThan(0);
  });

  test("compares what is secret in the same time whatever it is", () => {
    // Digests of the chain are for everybody to know: they are checked, and nobody guesses them.
    const secrets = (path: string) =>
      path.startsWith("src/http/")
        ? /(token|secret|signature|mac|digest|password|hash)$/i
        : /(token|secret|signature|password)$/i;
    const compared = found((node, text, path) => {
      if (node.type !== "BinaryExpression" || !/^[!=]==$/.test(String(node["operator"]))) return undefined;
      const sides = [node["left"], node["right"]].filter(isNode);
      const isSecret = sides.some(({ start, end }) => secrets(path).test(text.slice(start, end)));
      const isPlain = sides.some(({ type, start, end }) => {
        const side = text.slice(start, end);
        return type === "Literal" || /^(undefined|null|Number|true|false|"|`)|^typeof/.test(side);
      });
      return isSecret && !isPlain ? text.slice(node.start, node.end).replaceAll(/\s+/g, " ") : undefined;
    });
    expect(compared).toEqual([]);
  });

  test("keeps nothing of a record in a browser's storage", () => {
    const stored = found((node, text) => {
      const whole = node.type === "CallExpression" ? text.slice(node.start, node.end) : "";
      return /^(window\.)?(localStorage|sessionStorage)\.setItem\(|^indexedDB\.|^caches\.|^navigator\.serviceWorker/.test(
        whole,
      ) ||
        (node.type === "AssignmentExpression" && text.slice(node.start).startsWith("document.cookie"))
        ? whole
        : undefined;
    });
    expect(stored.toSorted()).toEqual([
      "src/web/shell/stored.ts: localStorage.setItem(key, value)",
      "src/web/text/language.tsx: localStorage.setItem(kept, language)",
    ]);
  });

  test("has no regular expression that a long text holds up", () => {
    const expressions = files.flatMap(({ path, nodes }) =>
      nodes.flatMap(({ regex }) => {
        const { pattern, flags } = (regex ?? {}) as { readonly pattern?: string; readonly flags?: string };
        return pattern === undefined || flags === undefined ? [] : [{ path, pattern, flags }];
      }),
    );
    const slow = expressions
      .filter(({ path, pattern, flags }) => {
        const expression = new RegExp(pattern, `${flags.replaceAll(/[gy]/g, "")}g`);
        return (
          pumpsFor(pattern).some((text) => slowest(expression, text) > mostMs) &&
          !short.has(`${path} ${pattern}`)
        );
      })
      .map(({ path, pattern }) => `${path} ${pattern}`);
    expect(slow).toEqual([]);
    expect(expressions.length).toBeGreaterThan(150);
  });
});

/** Where a name stands in SQL that is no parameter, each time one of the code's own: of a table, a column, a setting. */
const constants: ReadonlyMap<string, string> = new Map([
  ["src/ledger/keys.ts: synchronous", "FULL or OFF, by its type"],
  ['src/app/views/access-projection.ts: values.join(", ")', "names of parameters"],
  ["src/http/auth/copy-accounts.ts: String(name)", "one of the tables named there"],
  ["src/ledger/moving/postgres-rows.ts: after", "a tagged template: a parameter"],
  ["src/ledger/moving/postgres-rows.ts: table", "one of the tables named there"],
  ["src/ledger/postgres/migrate.ts: area, area", "one of the schemas named there"],
  ["src/ledger/postgres/migrate.ts: area", "one of the schemas named there"],
  [
    'src/ledger/postgres/projection.ts: name, index + 1, name, on.join(", ")',
    "a read model's table, from its declaration",
  ],
  [
    'src/ledger/postgres/projection.ts: name, typed.join(", "), key.join(", "), made.join(" ")',
    "a read model's table, from its declaration",
  ],
  [
    'src/ledger/postgres/connect.ts: role === undefined ? "" : `SET ROLE ${role};`',
    "the one role of the code, or none",
  ],
  ["src/ledger/postgres/connect.ts: role", "the one role of the code"],
  [
    'src/ledger/postgres/projection.ts: old.rows.map(({ name }) => `views.${name}`).join(", ")',
    "tables that the database names, quoted by it",
  ],
  ["src/ledger/postgres/second-wall.ts: role", "the one role of the code"],
  [
    "src/ledger/postgres/second-wall.ts: name, name, sees, name",
    "a read model's table, from its declaration, and who sees it, of the code",
  ],
  [
    "src/ledger/postgres/second-wall.ts: seesStream(\"entries.stream\", owners, `clinic = '' OR ${isOwnClinic}`)",
    "of the code",
  ],
  ["src/ledger/postgres/second-wall.ts: stream", "a column, of the code"],
  [
    "src/ledger/postgres/second-wall.ts: isOpened, stream, pg.escapeLiteral(owners.prefix), owners.table, stream, otherwise",
    "a column and a read model's table, of the code; a prefix, quoted",
  ],
  ["src/ledger/postgres/write.ts: counter", "one of two expressions of the code"],
  ["src/ledger/sqlite/debug.ts: debug.maxPages", "a number that only tests give"],
  ["src/ledger/sqlite/projection.ts: name", "a read model's table, from its declaration"],
  [
    'src/ledger/sqlite/projection.ts: name, index + 1, name, on.join(", ")',
    "a read model's table, from its declaration",
  ],
  [
    'src/ledger/sqlite/projection.ts: name, typed.join(", "), key.join(", "), made.join(" ")',
    "a read model's table, from its declaration",
  ],
  ["src/ledger/sqlite/schema.ts: attached", "one of two names of the code"],
  ["src/ledger/sqlite/schema.ts: Number(version)", "numbers of the code"],
  ["src/ledger/sqlite/steps.ts: step.to", "a number of the code"],
  ["src/ledger/sqlite/store.ts: mostLogBytes", "a number of the code"],
  ["src/ledger/sqlite/store.ts: name", "one of the pragmas named there"],
]);

/** What reaches beyond the process, and the one place that may ask another server. */
const reachers: readonly string[] = [
  // The web app's build, at a start after an update: this package's own file.
  "src/http/build-web.ts: node:child_process",
  "src/http/outgoing.ts: fetch()",
  // Only to end well: the server's own sockets.
  "src/http/server.ts: node:net",
  // The browser, of the server that its page came from.
  "src/web/api/request.ts: fetch()",
];

/** Of what is always short. */
const short: ReadonlySet<string> = new Set([
  // Cut before.
  String.raw`src/http/log.ts "[^"]*"|'[^']*'|“[^”]*”|\d+(?:[.,:-]\d+)*`,
  // A number of ours, written out.
  String.raw`src/words/say.ts \B(?=(\d{3})+$)`,
]);

const length = 20_000;
/** A quadratic one takes half a second and more; a linear one a few milliseconds. */
const mostMs = 250;

/** Long texts that a pattern may go through again and again: of one piece, ended by what it does not wait for. */
function pumpsFor(pattern: string): string[] {
  const own = new Set(pattern.match(/[\p{L}\p{N}]+|[^\w\s\\^$.*+?()[\]{}|]/gu)?.slice(0, 12));
  const usual = [
    "a",
    "A",
    "0",
    " ",
    "\t",
    "\n",
    "-",
    "_",
    ".",
    ",",
    "/",
    "\\",
    '"',
    "'",
    ":",
    "(",
    "[",
    "あ",
    "漢",
    "ア",
    "ー",
    "・",
    "é",
    "“",
    "<",
    "a ",
    "a,",
    "0.",
    "0-",
    "a.",
  ];
  return [...usual, ...own, ...[...own].flatMap((one) => [`${one} `, `${one}0`])].flatMap((piece) => {
    const long = piece.repeat(Math.ceil(length / piece.length));
    return [long, `x${long}\u0000!`];
  });
}

/** Milliseconds; of something that seems slow, the best of three, for others use this machine too. */
function slowest(expression: RegExp, text: string): number {
  const once = () => {
    const began = performance.now();
    text.replaceAll(expression, "");
    return performance.now() - began;
  };
  const first = once();
  return first > mostMs ? Math.min(first, once(), once()) : first;
}
