"""Places: plants and projects on a map, each figure with its sentence."""

from dashboard import layout, places_view
from dashboard.language import _

layout.title(_("Plants and projects"), _("Capacity, money and jobs that articles tie to a place"))
places_view.draw(places_view.choose())
