"""The last look at what Claude Code is told: a decision that is whole and of a known shape, or none at all.

Imports nothing, since the hook command, which has to start fast, looks for itself before it prints.
"""

LONGEST_LINE = 1 << 20
"""Bytes of one message between the hook command and the tray; a question has a few thousand."""


def is_sound(payload: dict[str, object], decision: object) -> bool:
    """Whether the decision may be printed in reply to that payload of Claude Code.

    Sound are: an answer to every question of the payload, the questions themselves unchanged beside it, to
    PreToolUse and PermissionRequest; and the deferring of a PreToolUse call. Never a permission without
    answers, which Claude Code takes for consent or for an error.
    """
    if not isinstance(decision, dict) or set(decision) != {"hookSpecificOutput"}:
        return False
    output = decision["hookSpecificOutput"]
    if not isinstance(output, dict) or output.get("hookEventName") != payload.get("hook_event_name"):
        return False
    match output:
        case {"hookEventName": "PreToolUse", "permissionDecision": "defer", **rest}:
            return not rest
        case {"hookEventName": "PreToolUse", "permissionDecision": "allow", "updatedInput": given, **rest}:
            return not rest and _is_answered(payload, given)
        case {"hookEventName": "PermissionRequest", "decision": dict(inner), **rest}:
            given = inner.get("updatedInput")
            is_whole = not rest and inner == {"behavior": "allow", "updatedInput": given}
            return is_whole and _is_answered(payload, given)
        case _:
            return False


def question_texts(tool_input: object) -> list[str]:
    """Return the texts of all questions of a call, [] unless each has a text of its own.

    Claude Code keys answers by these texts: two questions with the same one cannot be told apart.
    """
    questions = tool_input.get("questions") if isinstance(tool_input, dict) else None
    items = questions if isinstance(questions, list) else []
    texts = [item.get("question") if isinstance(item, dict) else None for item in items]
    sound = [text for text in texts if isinstance(text, str) and text.strip()]
    return sound if len(set(sound)) == len(items) else []


def _is_answered(payload: dict[str, object], given: object) -> bool:
    tool_input = payload.get("tool_input")
    if not isinstance(tool_input, dict) or not isinstance(given, dict):
        return False
    if set(given) != {"questions", "answers"}:
        return False
    texts, answers = question_texts(tool_input), given["answers"]
    return (
        bool(texts)
        and given["questions"] == tool_input["questions"]
        and isinstance(answers, dict)
        and set(answers) == set(texts)
        and all(isinstance(answer, str) and answer.strip() for answer in answers.values())
    )
