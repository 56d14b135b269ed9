/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialog-fixture.h"

#include "widgets.h"

void
dialog_fixture_set_up (DialogFixture *fixture,
                       gconstpointer  data)
{
  fixture_set_up (&fixture->base, data);

  fixture->shop = fake_shop_new (&fixture->base);
  fixture->window = GTK_WINDOW (adw_window_new ());
  /* Something that can have the focus after a dialog: else the window holds on to what
   * had it last, and so to the dialog's content, until the next event. */
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_button_new_with_label ("window"));
  gtk_window_set_default_size (fixture->window, 600, 900);
  gtk_window_present (fixture->window);
}

void
dialog_fixture_tear_down (DialogFixture *fixture,
                          gconstpointer  data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  gtk_window_destroy (fixture->window);
  settle_main_loop ();
  if (fixture->dialog != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));

  fixture_tear_down (&fixture->base, data);
}

GtkWidget *
dialog_fixture_present (DialogFixture *fixture,
                        AdwDialog     *dialog)
{
  g_assert_null (fixture->dialog);
  fixture->dialog = g_object_ref_sink (dialog);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));

  return GTK_WIDGET (dialog);
}

GtkWidget *
dialog_fixture_show (DialogFixture *fixture,
                     AdwDialog     *dialog)
{
  GtkWidget *widget = dialog_fixture_present (fixture, dialog);

  WAIT_UNTIL (gtk_widget_get_mapped (find_type (widget, ADW_TYPE_TOOLBAR_VIEW)));

  return widget;
}

gboolean
dialog_says (DialogFixture *fixture,
             const char    *text)
{
  return shows_text (GTK_WIDGET (fixture->dialog), text);
}

GtkWidget *
dialog_get_button (DialogFixture *fixture,
                   const char    *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->dialog), label);

  g_assert_nonnull (button);

  return button;
}
