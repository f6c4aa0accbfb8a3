"""Every problem code that the builder may emit, found in its own source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import site_builder

PACKAGE = Path(site_builder.__file__).parent


@dataclass(frozen=True)
class Finding:
    """A code as the builder's source has it, and what its message looks like."""

    code: str
    severity: str
    message: str


def findings(tree: ast.Module) -> Iterator[Finding]:
    """Every code that a module may emit."""
    functions = [it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef)]
    rest = [it for it in tree.body if not isinstance(it, ast.FunctionDef | ast.ClassDef)]
    for scope in (*functions, ast.Module(rest, [])):
        names = _assigned(scope)
        for node in ast.walk(scope):
            match node:
                case ast.Call(func=ast.Name(id="Problem"), args=[_, code, message, *_]):
                    yield from (Finding(it, _severity(node), _pattern(message, names)) for it in _texts(code))
                case ast.Call(func=ast.Name(id="Refusal"), args=[code, message, *_]):
                    yield from (Finding(it, "error", _pattern(message, names)) for it in _texts(code))
                case ast.Return(value=ast.Tuple(elts=[code, message, _])) if _is_said(scope):
                    yield from (Finding(it, "error", _pattern(message, names)) for it in _texts(code))


def _is_said(scope: ast.AST) -> bool:
    """Whether a function returns code, message and hint for somebody else's Problem."""
    returns = getattr(scope, "returns", None)
    return returns is not None and ast.unparse(returns) == "tuple[str, str, str]"


def _texts(node: ast.expr) -> list[str]:
    return [it.value for it in ast.walk(node) if isinstance(it, ast.Constant) and isinstance(it.value, str)]


def _severity(call: ast.Call) -> str:
    given = [ast.unparse(it) for it in (*call.args, *(keyword.value for keyword in call.keywords))]
    return next((it.removeprefix("Severity.").lower() for it in given if it.startswith("Severity.")), "error")


def _assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    names: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, []).append(node.value)
    return names


def _pattern(node: ast.expr, names: Mapping[str, list[ast.expr]]) -> str:
    """A pattern of the texts that an expression can give."""
    match node:
        case ast.Constant(value=str() as text):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            return "".join(_pattern(part, names) for part in parts)
        case ast.BinOp(left=left, right=right):
            return _pattern(left, names) + _pattern(right, names)
        case ast.IfExp(body=one, orelse=other):
            return f"(?:{_pattern(one, names)}|{_pattern(other, names)})"
        case ast.Name(id=name) if name in names:
            return f"(?:{'|'.join(_pattern(value, {}) for value in names[name])})"
    return ".*"


EMITTED = [
    found
    for path in sorted(PACKAGE.rglob("*.py"))
    for found in findings(ast.parse(path.read_text(encoding="utf-8")))
    if path.name != "index.py"  # what it reads back was found before
]
