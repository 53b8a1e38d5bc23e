"""Variables of the environment by which a server is told what to serve."""

OPENED = "POSITIONS_DOSSIER"  # the dossier, by id or folder, that the app opens first
EDITED = "POSITIONS_EDIT"  # 1 where readers may change the folder that is served
FOR_PROGRAMS = "POSITIONS_API"  # 1 where programs are answered under /api
