/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_WINDOW (tranche_window_get_type ())
G_DECLARE_FINAL_TYPE (TrancheWindow, tranche_window, TRANCHE, WINDOW, AdwApplicationWindow)

/**
 * TrancheWindow:
 *
 * A window with a shop of its own: it opens the shop when it is made, and
 * closing it waits for what is under way and closes the shop.
 */
/* @book_path: (nullable): %NULL for the demo banks. */
TrancheWindow *tranche_window_new          (AdwApplication *application,
                                            const char     *book_path);
/* For an archive, which can only be read. */
TrancheWindow *tranche_window_new_archive  (AdwApplication *application,
                                            const char     *path);
gboolean       tranche_window_get_demo     (TrancheWindow  *self);
/* The archive that it shows. (nullable) */
const char    *tranche_window_get_archive  (TrancheWindow  *self);
/* (nullable) (transfer none): while it is not open, and for an archive. */
TrancheShop   *tranche_window_get_shop     (TrancheWindow  *self);
/* Asks for the PIN when the shop is locked, and returns whether it is: then nothing
 * but looking is possible. */
gboolean       tranche_window_ask_to_unlock
                                            (TrancheWindow  *self);
/* Whether there is nothing in the book that anybody could come back for. */
gboolean       tranche_window_is_welcome   (TrancheWindow  *self);
/* Activates one of its actions when it shows orders: now, or as soon as the shop
 * is open and no dialog is over them. What the lock keeps back is gone on with when
 * the PIN was given, and forgotten when it was not; and so it is when something else
 * is called for, and where there are no accounts yet. @parameter: (nullable): is
 * sunk. */
void           tranche_window_run          (TrancheWindow  *self,
                                            const char     *action,
                                            GVariant       *parameter);
/* Closes it for good, also where closing it leaves the program in the background,
 * unless a dialog holds what somebody typed and asks first. */
void           tranche_window_finish       (TrancheWindow  *self);
/* Closes the dialogs over it, and asks nobody. */
void           tranche_window_drop_dialogs (TrancheWindow  *self);

G_END_DECLS
