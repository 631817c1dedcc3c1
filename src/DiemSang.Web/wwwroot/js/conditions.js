// XLSForm conditions on the device, by the rules of Condition.cs: ${q5} = '1' and not(selected(${q2}, '3')).
// The server decides again when the answers arrive.

export function holds(text, answers) {
  if (!text) return true;
  const tokens = text.match(/\$\{\s*[\w.-]+\s*\}|'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|!=|<=|>=|[=<>(),]|\w+/g);
  let place = 0;
  const peek = () => tokens[place], take = () => tokens[place++];

  const either = () => { let value = both(); while (peek() === "or") { take(); const right = both(); value = value || right; } return value; };
  const both = () => { let value = term(); while (peek() === "and") { take(); const right = term(); value = value && right; } return value; };

  function term() {
    if (peek() === "not") { take(); return !inParentheses(); }
    if (peek() === "selected") {
      take(); take();
      const list = operand(); take();
      const choice = operand(); take();
      return list.split(" ").includes(choice);
    }
    if (peek() === "(") return inParentheses();
    return compare(operand(), take(), operand());
  }

  function inParentheses() { take(); const value = either(); take(); return value; }

  function operand() {
    const token = take();
    return token.startsWith("${") ? answers[token.slice(2, -1).trim()] ?? "" : /^['"]/.test(token) ? token.slice(1, -1) : token;
  }

  return either();
}

function compare(left, comparator, right) {
  const isNumber = text => text.trim() !== "" && !Number.isNaN(Number(text));
  const [a, b] = isNumber(left) && isNumber(right) ? [Number(left), Number(right)] : [left, right];
  if (comparator === "=") return a === b;
  if (comparator === "!=") return a !== b;
  if (left === "" || right === "") return false;
  return comparator === "<" ? a < b : comparator === "<=" ? a <= b : comparator === ">" ? a > b : a >= b;
}
