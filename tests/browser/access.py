"""What axe-core finds wrong with a page as it stands."""

from __future__ import annotations

from pathlib import Path

from tests.browser.visit import Visit

AXE = Path(__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Marks of the timeline and of the small map lie where they must; each is a link of full size in a list below.
EXCUSED = {"target-size": ".ox-lane, .ox-flat"}
FIND = """
async ([rules, excused]) => (await axe.run(document, { runOnly: rules })).violations
  .flatMap((rule) => rule.nodes
    .filter((node) => !(rule.id in excused && document.querySelector(node.target)?.closest(excused[rule.id])))
    .map((node) => [rule.id, String(node.target), node.html, node.failureSummary]))
"""


def found(visit: Visit) -> list[str]:
    """What is wrong with the page as it stands, a sentence each."""
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    nodes = visit.page.evaluate(FIND, [RULES, EXCUSED])
    return [f"{rule}: {target} {html[:160]} {why}" for rule, target, html, why in nodes]
