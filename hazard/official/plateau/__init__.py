"""Project PLATEAU: disaster-risk surfaces in CityGML (fld, tnm, htd, ifld, lsld)."""
