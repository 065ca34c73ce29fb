"""Places: plants and projects on a map, each figure with its sentence."""

from dashboard import layout, places_view

layout.title("Plants and projects", "Capacity, money and jobs that articles tie to a place")
places_view.draw(places_view.choose())
