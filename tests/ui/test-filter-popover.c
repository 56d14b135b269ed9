/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-shop.h"
#include "ui/filter-popover.h"
#include "ui/filter-words.h"
#include "widgets.h"

typedef struct {
  Fixture base;

  GtkWindow *window;
  TrancheFilterPopover *popover;
  guint n_changes;
} FilterFixture;

static void
changed_cb (FilterFixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (FilterFixture *fixture,
        gconstpointer  data)
{
  GtkWidget *button = gtk_menu_button_new ();

  fixture_set_up (&fixture->base, data);

  fixture->popover = g_object_new (TRANCHE_TYPE_FILTER_POPOVER, NULL);
  tranche_filter_popover_set_connections (fixture->popover,
                                          G_LIST_MODEL (fixture->base.connections));
  g_signal_connect_swapped (fixture->popover, "notify::filter", G_CALLBACK (changed_cb), fixture);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (fixture->popover));
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), button);
  gtk_window_set_default_size (fixture->window, 600, 700);
  gtk_window_present (fixture->window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->popover)));
}

static void
tear_down (FilterFixture *fixture,
           gconstpointer  data)
{
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  gtk_window_destroy (fixture->window);
  settle_main_loop ();

  fixture_tear_down (&fixture->base, data);
}

static GtkWidget *
get_row (FilterFixture *fixture,
         const char    *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->popover), title);

  g_assert_nonnull (row);

  return row;
}

static void
choose (FilterFixture *fixture,
        const char    *title,
        guint          position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, title)), position);
}

static void
type (FilterFixture *fixture,
      const char    *title,
      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture, title)), text);
}

static TrancheListFilter *
get_filter (FilterFixture *fixture)
{
  TrancheListFilter *filter = NULL;

  g_object_get (fixture->popover, "filter", &filter, NULL);

  return filter;
}

static void
test_period (FilterFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheListFilter) chosen = NULL;
  g_autoptr (TrancheListFilter) picked = NULL;
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 20, 0, 0, 0);

  g_assert_null (find_row (GTK_WIDGET (fixture->popover), "From"));
  choose (fixture, "Made", TRANCHE_PERIOD_RANGE);
  chosen = get_filter (fixture);
  g_assert_cmpint (chosen->period, ==, TRANCHE_PERIOD_RANGE);
  g_assert_null (chosen->from);
  g_assert_nonnull (get_row (fixture, "To"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (find_type (get_row (fixture, "From"),
                                                     GTK_TYPE_MENU_BUTTON)));
  gtk_calendar_select_day (GTK_CALENDAR (find_type (get_row (fixture, "From"), GTK_TYPE_CALENDAR)),
                           day);
  picked = get_filter (fixture);
  g_assert_cmpstr (picked->from, ==, "2026-11-20");
  g_assert_null (picked->until);

  /* Another period has no days of its own. */
  choose (fixture, "Made", TRANCHE_PERIOD_TODAY);
  g_assert_null (find_row (GTK_WIDGET (fixture->popover), "From"));
}

static void
test_amounts (FilterFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheListFilter) wrong = NULL;
  g_autoptr (TrancheListFilter) typed = NULL;

  type (fixture, "Amount from", "many");
  wrong = get_filter (fixture);
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Amount from"), "error"));
  g_assert_true (tranche_list_filter_is_empty (wrong));

  type (fixture, "Amount from", "1 500,50");
  type (fixture, "Amount to", "90000");
  typed = get_filter (fixture);
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, "Amount from"), "error"));
  g_assert_cmpint (typed->least.minor, ==, 150050);
  g_assert_cmpint (typed->most.minor, ==, 9000000);
  g_assert_cmpstr (typed->most.currency, ==, "RUB");
}

static void
test_stages (FilterFixture *fixture,
             gconstpointer  data)
{
  AdwExpanderRow *stages = ADW_EXPANDER_ROW (get_row (fixture, "Stages"));
  g_autoptr (TrancheListFilter) chosen = NULL;

  adw_expander_row_set_expanded (stages, TRUE);
  adw_action_row_activate (ADW_ACTION_ROW (get_row (fixture, "Committed")));
  adw_action_row_activate (ADW_ACTION_ROW (get_row (fixture, "Rejected")));
  chosen = get_filter (fixture);
  g_assert_cmpuint (chosen->stages, ==, TRANCHE_STAGE_BIT (TRANCHE_STAGE_COMMITTED) |
                                        TRANCHE_STAGE_BIT (TRANCHE_STAGE_REJECTED));
}

static void
test_account (FilterFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheListFilter) chosen = NULL;
  g_autoptr (TrancheListFilter) afterwards = NULL;

  choose (fixture, "Account", 1);
  chosen = get_filter (fixture);
  g_assert_cmpstr (chosen->account_id, ==, tranche_account_get_id (fixture->base.account));

  choose (fixture, "Account", 0);
  afterwards = get_filter (fixture);
  g_assert_null (afterwards->account_id);
}

/* A chip beside the list takes a part away, and a saved view brings its own. */
static void
test_from_outside (FilterFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheListFilter) filter = tranche_list_filter_new ();

  filter->period = TRANCHE_PERIOD_WEEK;
  filter->stages = TRANCHE_STAGE_BIT (TRANCHE_STAGE_READY);
  filter->least = tranche_money (1000000, "RUB");
  g_object_set (fixture->popover, "filter", filter, NULL);

  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (fixture, "Made"))), ==,
                    TRANCHE_PERIOD_WEEK);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, "Amount from"))), !=, "");

  g_object_set (fixture->popover, "filter", filter, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_clear (FilterFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheListFilter) cleared = NULL;

  choose (fixture, "Made", TRANCHE_PERIOD_TODAY);
  choose (fixture, "Account", 1);
  type (fixture, "Amount from", "many");
  press (find_button (GTK_WIDGET (fixture->popover), "Clear the Filters"));

  cleared = get_filter (fixture);
  g_assert_true (tranche_list_filter_is_empty (cleared));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (fixture, "Made"))), ==,
                    TRANCHE_PERIOD_ANY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, "Amount from"))), ==, "");
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, "Amount from"), "error"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/filter-popover/" path, FilterFixture, NULL, set_up, function, tear_down)
  ADD ("period", test_period);
  ADD ("amounts", test_amounts);
  ADD ("stages", test_stages);
  ADD ("account", test_account);
  ADD ("from-outside", test_from_outside);
  ADD ("clear", test_clear);
#undef ADD

  return g_test_run ();
}
