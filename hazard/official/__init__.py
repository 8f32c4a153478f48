"""Official data as files: one reader for each published form (docs/official-data.md). No network here.

============ ====================================================================
module       what it reads
============ ====================================================================
ksj          国土数値情報: floods, landslide, tsunami, storm surge, inland flooding
plateau      Project PLATEAU: disaster-risk surfaces in CityGML
polygons     any polygons with a chosen attribute, by a rule beside them
vector       polygons with attributes, before anybody knows what they mean
load         any of these, told apart by what they hold
tiles        hazard and elevation tiles
sites_csv    the official list of evacuation sites
sites        every other list of places, and their merging
population   people at points or in cells of the standard mesh
jma          telegrams of the Japan Meteorological Agency
============ ====================================================================
"""
