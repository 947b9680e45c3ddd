"""What the analysis says of one place, how sure it is and why; and what it asks the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from editor.model.places import Span
from editor.model.structure import Joint, Role


@dataclass(frozen=True, slots=True)
class Reason:
    """One named piece of evidence, told to people by `analysis.reasons` in their language.

    `code` names a sentence of that table; `args` fill its places; `nats` is its weight in
    favour of the verdict (negative: against).
    """

    code: str
    args: tuple[str, ...] = ()
    nats: float = 0.0


class Reasons(Sequence[Reason]):
    """Reasons that are worked out when somebody asks for them: few verdicts are asked.

    Equal to the tuple of the same reasons.
    """

    __slots__ = ("_ask", "_known")

    def __init__(self, ask: Callable[[], tuple[Reason, ...]]) -> None:
        """`ask` is called at most once."""
        self._ask: Callable[[], tuple[Reason, ...]] | None = ask
        self._known: tuple[Reason, ...] = ()

    def _told(self) -> tuple[Reason, ...]:
        ask = self._ask  # another thread may be told at the same time
        if ask is not None:
            self._known, self._ask = ask(), None
        return self._known

    def __len__(self) -> int:
        """How many there are."""
        return len(self._told())

    @overload
    def __getitem__(self, at: int) -> Reason: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Reason, ...]: ...

    def __getitem__(self, at: int | slice) -> Reason | tuple[Reason, ...]:
        """One of them, or some."""
        return self._told()[at]

    def __eq__(self, other: object) -> bool:
        """Whether they are the same reasons."""
        if isinstance(other, Reasons):
            return self._told() == other._told()
        return self._told() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        """As the tuple's."""
        return hash(self._told())

    def __repr__(self) -> str:
        """As the tuple's."""
        return repr(self._told())

    def __reduce__(self) -> tuple[type[tuple[Reason, ...]], tuple[tuple[Reason, ...]]]:
        """Carried as a tuple."""
        return tuple, (self._told(),)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that the verdict could have had. `confidence` is from 0 to 1."""

    value: Joint | Role | int | None
    confidence: float


EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision of the analysis or of the editor about one joint, role or assignment.

    `value`: a Joint, a Role, an article's anchor (`raw_at`) or None (the tray; no headline).
    `confidence`: 0 to 1; 1 with `rule` "editor" where a person decided.
    """

    value: Joint | Role | int | None
    confidence: float
    rule: str
    why: Sequence[Reason] = ()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a person decided it."""
        return self.rule == EDITOR


@dataclass(frozen=True, slots=True)
class JointTarget:
    """A doubt about the joint before the character at `raw_at`."""

    raw_at: int


@dataclass(frozen=True, slots=True)
class RoleTarget:
    """A doubt about what the text of `span` is."""

    span: Span


@dataclass(frozen=True, slots=True)
class HeadingTarget:
    """A doubt about which article the heading lines of `span` belong to."""

    span: Span


@dataclass(frozen=True, slots=True)
class FieldTarget:
    """A doubt about a field that an article lacks; `article` is the article's anchor."""

    article: int
    role: Role


@dataclass(frozen=True, slots=True)
class MoveTarget:
    """A doubt whether the text of `span` goes on with the text that ends at `to` (raw).

    `joint`: how it would run on there. `rest`: what was read as the end of that text, and would
    be a headline if it is not.
    """

    span: Span
    to: int
    joint: Joint
    rest: Span | None = None


Target = JointTarget | RoleTarget | HeadingTarget | FieldTarget | MoveTarget


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to the editor about one joint, role, assignment or missing field.

    `span` is where it points on the page (raw text). `key` is stable over readings of the
    same source, so that a settled doubt stays settled.
    """

    target: Target
    span: Span
    verdict: Verdict

    @property
    def kind(self) -> str:
        """`joint`, `role`, `heading`, `missing` or `order`."""
        return {
            JointTarget: "joint",
            RoleTarget: "role",
            HeadingTarget: "heading",
            FieldTarget: "missing",
            MoveTarget: "order",
        }[type(self.target)]

    @property
    def key(self) -> str:
        """Names this question on its page."""
        match self.target:
            case JointTarget(raw_at):
                return f"joint:{raw_at}"
            case RoleTarget(span):
                return f"role:{span.start}-{span.end}"
            case HeadingTarget(span):
                return f"heading:{span.start}-{span.end}"
            case FieldTarget(article, role):
                return field_key(article, role)
            case MoveTarget(span, to):
                return f"order:{span.start}-{span.end}:{to}"


def field_key(article: int, role: Role) -> str:
    """Names the question about a field that the article of this anchor lacks."""
    return f"missing:{article}:{role.value}"
