"""Runs in the environment of Dash: a page with the figures of a file. Port and file are its arguments."""

import json
import sys
from pathlib import Path

from dash import Dash, dcc, html

figures = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
app = Dash(__name__, serve_locally=True)
app.layout = html.Div([dcc.Graph(figure=figure) for figure in figures])
app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
