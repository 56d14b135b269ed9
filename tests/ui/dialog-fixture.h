/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fake-shop.h"

G_BEGIN_DECLS

/**
 * DialogFixture:
 * @window: what dialogs are shown over
 * @dialog: (nullable): the one that was shown last
 *
 * A shop over a fake bank, and a window for a dialog of it.
 */
typedef struct {
  Fixture base;

  TrancheShop *shop;
  GtkWindow *window;
  AdwDialog *dialog;
} DialogFixture;

/* For g_test_add(). After the test nobody may hold the dialog or the shop. */
void       dialog_fixture_set_up    (DialogFixture *fixture,
                                     gconstpointer  data);
void       dialog_fixture_tear_down (DialogFixture *fixture,
                                     gconstpointer  data);

/* Shows @dialog (floating) over the window. */
GtkWidget *dialog_fixture_present   (DialogFixture *fixture,
                                     AdwDialog     *dialog);
/* The same, and waits until it has come into view. */
GtkWidget *dialog_fixture_show      (DialogFixture *fixture,
                                     AdwDialog     *dialog);

/* Of the dialog: whether some label says @text, and the button that says @label,
 * which must be there. */
gboolean   dialog_says              (DialogFixture *fixture,
                                     const char    *text);
GtkWidget *dialog_get_button        (DialogFixture *fixture,
                                     const char    *label);

G_END_DECLS
