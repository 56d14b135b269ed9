/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_BACKGROUND (tranche_background_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBackground, tranche_background, TRANCHE, BACKGROUND, GObject)

/**
 * TrancheBackground:
 *
 * Sees to it that the settings `run-in-background` and `start-at-login` are true.
 * In a sandbox the Background portal is asked whenever one of them is switched on,
 * and at the start, for its word may have been taken back. Elsewhere a program may
 * stay without asking, and starts by a file of its own in the autostart folder.
 *
 * What is refused is switched off again, so that no switch promises what will not
 * happen. Signal `refused (char *title)` says why, in a line.
 */
/* @sandboxed: whether a portal is to be asked. */
TrancheBackground *tranche_background_new   (GtkApplication    *application,
                                             GSettings         *settings,
                                             gboolean           sandboxed);
/* Whether the program stays when @window is closed. */
gboolean           tranche_background_stays (TrancheBackground *self);

G_END_DECLS
