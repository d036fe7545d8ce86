/**
 * The statements of an SQL script, one by one, because the embedded engine takes one statement per query.
 * Knows quotes, E'' escapes, $tag$ bodies, line comments and nested block comments.
 */
export function splitSql(script: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  let meaning = false;
  const cut = (end: number) => {
    if (meaning) statements.push(script.slice(start, end).trim());
    meaning = false;
  };
  while (at < script.length) {
    const comment = commentEnd(script, at);
    if (comment !== null) {
      at = comment;
      continue;
    }
    const quoted = quotedEnd(script, at);
    if (quoted !== null) {
      meaning = true;
      at = quoted;
      continue;
    }
    if (script[at] === ';') {
      cut(at);
      start = at + 1;
    } else if (/\S/.test(script[at] ?? '')) {
      meaning = true;
    }
    at += 1;
  }
  cut(script.length);
  return statements;
}

function commentEnd(script: string, at: number): number | null {
  if (script.startsWith('--', at)) {
    const end = script.indexOf('\n', at);
    return end < 0 ? script.length : end + 1;
  }
  if (!script.startsWith('/*', at)) return null;
  let depth = 1;
  let next = at + 2;
  while (next < script.length && depth > 0) {
    if (script.startsWith('/*', next)) {
      depth += 1;
      next += 2;
    } else if (script.startsWith('*/', next)) {
      depth -= 1;
      next += 2;
    } else next += 1;
  }
  return next;
}

function quotedEnd(script: string, at: number): number | null {
  const quote = script[at];
  if (quote === '$') {
    const tag = /^\$([A-Za-z_][A-Za-z0-9_]*)?\$/.exec(script.slice(at, at + 66))?.[0];
    if (!tag) return null;
    const end = script.indexOf(tag, at + tag.length);
    return end < 0 ? script.length : end + tag.length;
  }
  if (quote !== "'" && quote !== '"') return null;
  const escapes = quote === "'" && /(^|[^A-Za-z0-9_])[eE]$/.test(script.slice(Math.max(0, at - 2), at));
  let next = at + 1;
  while (next < script.length) {
    if (escapes && script[next] === '\\') next += 2;
    else if (script[next] !== quote) next += 1;
    else if (script[next + 1] === quote) next += 2;
    else return next + 1;
  }
  return script.length;
}
