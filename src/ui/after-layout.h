/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrancheAfterLayout:
 *
 * Calls a function when the window has been laid out the next time, before it is
 * drawn: what is scrolled then is laid out once more, and drawn where it belongs.
 */
typedef struct _TrancheAfterLayout TrancheAfterLayout;

TrancheAfterLayout *tranche_after_layout_new    (GSourceOnceFunc     func,
                                                 gpointer            user_data);
void                tranche_after_layout_free   (TrancheAfterLayout *self);
/* Of the window of @widget; nothing happens while it is in none that is shown. */
void                tranche_after_layout_ask    (TrancheAfterLayout *self,
                                                 GtkWidget          *widget);
void                tranche_after_layout_cancel (TrancheAfterLayout *self);

G_END_DECLS
