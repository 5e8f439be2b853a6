"""The codes of the dataset, each with its meaning."""

from __future__ import annotations

URL_STATUS = {
    "verified": "The page was opened and found.",
    "inferred": "Written from the publisher's address pattern, never opened.",
    "missing": "No address is known.",
}

CLAIM_TYPES = {
    "statistic": "Its point is a figure.",
    "forecast": "What will, may or would happen.",
    "intention": "What someone wants, plans, asks, calls for or promises.",
    "assessment": "A judgement, cause, characterisation or interpretation.",
    "event": "Something done or happening.",
    "state": "How things stand.",
}

TOPICS = {
    "democratisation": "Elections and their legitimacy, protests, the opposition, civil society, human rights.",
    "sanctions": "Restrictive measures, national or EU.",
    "eu-policy": "The EU's Belarus policy, and a state's weight and initiative in the EU.",
    "bilateral-relations": "The relationship of two states as such, and a state's line towards another.",
    "regional-cooperation": "Work with and among neighbours: Poland, Latvia, Estonia, the Baltic States.",
    "russia": "Russian influence, dependence on Russia, the Union State.",
    "security": "Defence, threat, military exercises, NATO, the United States' presence.",
    "energy": "Power plants, fuels, grids.",
    "trade": "Exports, imports, transit, ports, railways, the cost to the economy.",
    "business": "Companies, capital, investment, the relocation of firms and people, the IT sector.",
    "aid": "Help, support packages, visas and shelter for people and society.",
}

MODALITIES = {
    "asserted": "Said without reserve.",
    "hedged": "Said with reserve: may, likely, is considered unlikely.",
    "conditional": "Said for a case that may not come: would, if.",
}

KINDS = {
    "money": "An amount of money, in units of a currency.",
    "percent": "A share or change in percent, or in percentage points.",
    "count": "A number of things.",
    "rank": "A place in an order.",
    "ratio": "A fraction or a multiple: a third is 0.333…, twofold is 2.",
    "measure": "An amount in a physical unit.",
}

COMPARATORS = {
    "=": "exactly",
    "~": "about",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
}
