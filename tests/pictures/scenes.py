# SPDX-License-Identifier: GPL-3.0-or-later
"""What several settings of the program have in common."""

import traceback


class Setting:
    """The program in one state, and the scenes that can be looked at there: the
    methods that SCENES names, none of which stands on another."""

    SCENES = ()

    def __init__(self, camera):
        self.camera = camera

    def start(self):
        self.camera.start()

    def stop(self):
        self.camera.stop()

    @property
    def program(self):
        return self.camera.program

    def play(self, wanted):
        """Returns what could not be taken."""
        scenes = [name for name in self.SCENES if not wanted or name in wanted]
        missing = []
        if not scenes:
            return missing
        self.start()
        for name in scenes:
            try:
                getattr(self, name)(self.camera)
                self.camera.home()
            except Exception:  # pylint: disable=broad-except
                error = traceback.format_exc().splitlines()
                missing.append(f"{type(self).__name__} {name}: {error[-1]}")
                self.camera.shoot(f"{name}-lost")
                self.stop()
                self.start()
        self.stop()
        return missing
