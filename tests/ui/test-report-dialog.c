/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "dialog-fixture.h"
#include "service-bank.h"
#include "ui/report-dialog.h"
#include "ui/report-words.h"
#include "widgets.h"

typedef struct {
  DialogFixture dialogs;
  ServiceBank *bank;
} ReportFixture;

static void
set_up (ReportFixture *fixture,
        gconstpointer  data)
{
  dialog_fixture_set_up (&fixture->dialogs, data);

  fixture->bank = service_bank_new (TRANCHE_CAPABILITY_REPORT);
  tranche_connection_set_bank (fixture->dialogs.base.connection, TRANCHE_BANK (fixture->bank));
}

static void
tear_down (ReportFixture *fixture,
           gconstpointer  data)
{
  dialog_fixture_tear_down (&fixture->dialogs, data);
  g_clear_object (&fixture->bank);
}

static GPtrArray *
make_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_report_line_free);
}

static TrancheReportLine *
add_line (GPtrArray  *lines,
          const char *bank_order_id,
          gint64      amount)
{
  TrancheReportLine *line = tranche_report_line_new ();

  line->bank_order_id = g_strdup (bank_order_id);
  line->amount = tranche_money (amount, "RUB");
  line->commission = tranche_money (1000, "RUB");
  g_ptr_array_add (lines, line);

  return line;
}

static GtkWidget *
show (ReportFixture *fixture)
{
  return dialog_fixture_present (&fixture->dialogs,
                                 tranche_report_dialog_new (fixture->dialogs.shop, NULL));
}

static GtkWidget *
get_child (GtkWidget  *dialog,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, TRANCHE_TYPE_REPORT_DIALOG, name));
}

static void
test_differences (ReportFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) order
    = fixture_add_order (&fixture->dialogs.base, "T-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  GPtrArray *lines = make_lines ();
  GtkWidget *dialog;

  add_line (lines, "foreign-1", 150000);
  service_bank_plan_report (fixture->bank, lines);
  dialog = show (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "asking_box")));
  g_assert_false (gtk_widget_is_sensitive (get_child (dialog, "save_button")));

  WAIT_UNTIL (shows_text (dialog, "2 differences"));
  g_assert_true (shows_text (dialog, "foreign-1"));
  g_assert_true (shows_text (dialog, "In the bank’s list, but not in our book"));
  g_assert_true (shows_text (dialog, "T-1"));
  g_assert_true (shows_text (dialog, "Committed on this day, but not in the bank’s list"));
  g_assert_true (gtk_widget_is_sensitive (find_button (dialog, "Save as CSV…")));
  g_assert_cmpstr (service_bank_get_last_text (fixture->bank), ==, today);
}

static void
test_other_day (ReportFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GDateTime) day = g_date_time_new_local (2025, 12, 3, 0, 0, 0);
  GtkWidget *dialog;
  GtkCalendar *calendar;

  service_bank_plan_error (fixture->bank,
                           tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "late"));
  dialog = show (fixture);
  WAIT_UNTIL (shows_text (dialog, "The bank did not answer in time"));

  service_bank_plan_report (fixture->bank, make_lines ());
  calendar = GTK_CALENDAR (get_child (dialog, "calendar"));
  gtk_calendar_select_day (calendar, day);
  WAIT_UNTIL (shows_text (dialog, "Nothing was committed on this day"));
  g_assert_true (shows_text (dialog, "3 December 2025"));
  g_assert_cmpstr (service_bank_get_last_text (fixture->bank), ==, "2025-12-03");
}

static void
test_offered (ReportFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (ServiceBank) other = service_bank_new (TRANCHE_CAPABILITY_LETTER);

  g_assert_true (tranche_report_dialog_is_offered (fixture->dialogs.shop));
  tranche_connection_set_bank (fixture->dialogs.base.connection, TRANCHE_BANK (other));
  g_assert_false (tranche_report_dialog_is_offered (fixture->dialogs.shop));
}

static void
test_csv (ReportFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = make_lines ();
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autoptr (GDateTime) from = g_date_time_new_local (2025, 12, 3, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_local (2025, 12, 4, 0, 0, 0);
  g_autoptr (TrancheDayReport) report = NULL;
  g_autofree char *csv = NULL;
  g_auto (GStrv) rows = NULL;

  add_line (lines, "=1+1", -249999)->invoice_number = g_strdup ("a \"b\", c");
  report = tranche_day_report_new (lines, orders, from, until);
  csv = tranche_day_report_to_csv (report);
  rows = g_strsplit (csv, "\r\n", -1);

  g_assert_true (g_str_has_prefix (rows[0], "\357\273\277\"Difference\",\"Time\""));
  g_assert_cmpstr (rows[1], ==,
                   "\"In the bank’s list, but not in our book\",\"\",\"\",\"'=1+1\",\"\","
                   "\"a \"\"b\"\", c\",\"-2499.99\",\"\",\"10\",\"\"");
  g_assert_cmpuint (g_strv_length (rows), ==, 3);
}

#define ADD(path, function) \
  g_test_add (path, ReportFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/report-dialog/differences", test_differences);
  ADD ("/report-dialog/other-day", test_other_day);
  ADD ("/report-dialog/offered", test_offered);
  ADD ("/report-dialog/csv", test_csv);

  return g_test_run ();
}
