/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/day-header.h"

#include <glib/gi18n.h>

#include "ui/day-heading.h"
#include "ui/format.h"

typedef struct {
  TrancheOrderList *list;
  TrancheClock *clock;
} Days;

static void
days_free (gpointer  data,
           GClosure *closure)
{
  Days *days = data;

  g_object_unref (days->list);
  g_object_unref (days->clock);
  g_free (days);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
tranche_day_label (gint64     start,
                   GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (start);
  g_autoptr (GDateTime) day = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (is_same_day (day, now))
    return g_strdup (_("Today"));
  if (is_same_day (day, yesterday))
    return g_strdup (_("Yesterday"));

  return tranche_format_date (day);
}

static void
show_day (GtkListHeader *header,
          Days          *days)
{
  GtkWidget *heading = gtk_list_header_get_child (header);
  g_autofree char *text = NULL;
  TrancheDayRange day;

  if (tranche_order_list_get_day (days->list, gtk_list_header_get_start (header), &day))
    text = tranche_day_label (day.start, tranche_clock_get_now (days->clock));
  else
    text = g_strdup ("");

  tranche_day_heading_set_text (TRANCHE_DAY_HEADING (heading), text);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListHeader            *header)
{
  gtk_list_header_set_child (header, tranche_day_heading_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListHeader            *header,
         Days                     *days)
{
  show_day (header, days);
}

GtkListItemFactory *
tranche_day_header_factory_new (TrancheOrderList *list,
                                TrancheClock     *clock)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Days *days = g_new0 (Days, 1);

  days->list = g_object_ref (list);
  days->clock = g_object_ref (clock);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), days, days_free, G_CONNECT_DEFAULT);

  return factory;
}
