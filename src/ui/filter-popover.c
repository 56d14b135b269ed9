/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/filter-popover.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "model/connection.h"
#include "ui/filter-words.h"
#include "ui/format.h"
#include "ui/stage-words.h"
#include "ui/view-words.h"

struct _TrancheFilterPopover {
  GtkPopover parent_instance;

  AdwComboRow *period_row;
  GtkWidget *from_row;
  GtkMenuButton *from_button;
  GtkCalendar *from_calendar;
  GtkWidget *until_row;
  GtkMenuButton *until_button;
  GtkCalendar *until_calendar;
  GtkEditable *least_row;
  GtkEditable *most_row;
  AdwComboRow *currency_row;
  AdwComboRow *account_row;
  AdwExpanderRow *stages_row;
  GtkCheckButton *stage_checks[TRANCHE_N_STAGES];

  GPtrArray *account_ids; /* the first is that of any account, and NULL */
  GtkStringList *currencies;
  TrancheListFilter *filter;
  gboolean showing; /* the rows are being set, and nobody chooses */
};

G_DEFINE_FINAL_TYPE (TrancheFilterPopover, tranche_filter_popover, GTK_TYPE_POPOVER)

enum {
  PROP_0,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What was chosen. */

static void
read_amount (TrancheFilterPopover *self,
             GtkEditable          *row,
             TrancheMoney         *out)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  const char *text = gtk_editable_get_text (row);
  guint selected = adw_combo_row_get_selected (self->currency_row);
  const char *currency = gtk_string_list_get_string (self->currencies, selected);
  gboolean wrong = FALSE;

  *out = unset;
  if (*text != '\0')
    wrong = currency == NULL || !tranche_money_parse (text, currency, out, NULL);

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static TrancheListFilter *
read_filter (TrancheFilterPopover *self)
{
  TrancheListFilter *filter = tranche_list_filter_new ();
  guint account = adw_combo_row_get_selected (self->account_row);

  filter->period = adw_combo_row_get_selected (self->period_row);
  if (filter->period == TRANCHE_PERIOD_RANGE) {
    filter->from = g_strdup (self->filter->from);
    filter->until = g_strdup (self->filter->until);
  }
  if (account < self->account_ids->len)
    filter->account_id = g_strdup (g_ptr_array_index (self->account_ids, account));
  read_amount (self, self->least_row, &filter->least);
  read_amount (self, self->most_row, &filter->most);
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    if (gtk_check_button_get_active (self->stage_checks[stage]))
      filter->stages |= TRANCHE_STAGE_BIT (stage);
  }

  return filter;
}

/* What shows. */

static void
show_day (GtkMenuButton *button,
          const char    *day)
{
  g_autofree char *iso8601 = day != NULL ? g_strconcat (day, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = iso8601 != NULL ? g_date_time_new_from_iso8601 (iso8601, NULL) : NULL;
  g_autofree char *text = time != NULL ? tranche_format_date (time) : g_strdup (_("Any Day"));

  gtk_menu_button_set_label (button, text);
}

static void
show_dependents (TrancheFilterPopover *self)
{
  gboolean range = self->filter->period == TRANCHE_PERIOD_RANGE;

  gtk_widget_set_visible (self->from_row, range);
  gtk_widget_set_visible (self->until_row, range);
  show_day (self->from_button, self->filter->from);
  show_day (self->until_button, self->filter->until);
}

static void
show_amount (TrancheFilterPopover *self,
             GtkEditable          *row,
             const TrancheMoney   *amount)
{
  g_autofree char *text = tranche_money_is_set (amount) ? tranche_format_money_entry (amount)
                                                        : g_strdup ("");

  gtk_editable_set_text (row, text);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->currencies)); i++) {
    if (tranche_money_is_set (amount) &&
        g_str_equal (gtk_string_list_get_string (self->currencies, i), amount->currency))
      adw_combo_row_set_selected (self->currency_row, i);
  }
}

static guint
find_account (TrancheFilterPopover *self)
{
  for (guint i = 1; i < self->account_ids->len; i++) {
    if (g_strcmp0 (g_ptr_array_index (self->account_ids, i), self->filter->account_id) == 0)
      return i;
  }

  return 0;
}

static void
show_filter (TrancheFilterPopover *self)
{
  self->showing = TRUE;
  adw_combo_row_set_selected (self->period_row, self->filter->period);
  adw_combo_row_set_selected (self->account_row, find_account (self));
  show_amount (self, self->least_row, &self->filter->least);
  show_amount (self, self->most_row, &self->filter->most);
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++)
    gtk_check_button_set_active (self->stage_checks[stage],
                                 (self->filter->stages & TRANCHE_STAGE_BIT (stage)) != 0);
  show_dependents (self);
  self->showing = FALSE;
}

/* @filter: (transfer full) */
static gboolean
take_filter (TrancheFilterPopover *self,
             TrancheListFilter    *filter)
{
  gboolean changed = !tranche_list_filter_equal (self->filter, filter);

  tranche_list_filter_free (self->filter);
  self->filter = filter;
  show_dependents (self);

  return changed;
}

static void
choose (TrancheFilterPopover *self,
        TrancheListFilter    *filter)
{
  if (take_filter (self, filter))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
changed_cb (TrancheFilterPopover *self)
{
  if (!self->showing && self->filter != NULL)
    choose (self, read_filter (self));
}

static char *
get_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
from_selected_cb (TrancheFilterPopover *self)
{
  TrancheListFilter *filter = tranche_list_filter_copy (self->filter);

  g_free (filter->from);
  filter->from = get_day (self->from_calendar);
  choose (self, filter);
  gtk_menu_button_popdown (self->from_button);
}

static void
until_selected_cb (TrancheFilterPopover *self)
{
  TrancheListFilter *filter = tranche_list_filter_copy (self->filter);

  g_free (filter->until);
  filter->until = get_day (self->until_calendar);
  choose (self, filter);
  gtk_menu_button_popdown (self->until_button);
}

static void
clear_cb (TrancheFilterPopover *self)
{
  choose (self, tranche_list_filter_new ());
  show_filter (self);
}

static void
tranche_filter_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (tranche_filter_popover_parent_class)->dispose (object);
}

static void
tranche_filter_popover_finalize (GObject *object)
{
  TrancheFilterPopover *self = TRANCHE_FILTER_POPOVER (object);

  g_ptr_array_unref (self->account_ids);
  g_clear_object (&self->currencies);
  tranche_list_filter_free (self->filter);

  G_OBJECT_CLASS (tranche_filter_popover_parent_class)->finalize (object);
}

static void
tranche_filter_popover_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_FILTER:
    g_value_set_boxed (value, TRANCHE_FILTER_POPOVER (object)->filter);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_filter_popover_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  TrancheFilterPopover *self = TRANCHE_FILTER_POPOVER (object);
  TrancheListFilter *filter;

  switch (prop_id) {
  case PROP_FILTER:
    filter = g_value_dup_boxed (value);
    if (!take_filter (self, filter != NULL ? filter : tranche_list_filter_new ()))
      break;
    show_filter (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_filter_popover_class_init (TrancheFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_filter_popover_dispose;
  object_class->finalize = tranche_filter_popover_finalize;
  object_class->get_property = tranche_filter_popover_get_property;
  object_class->set_property = tranche_filter_popover_set_property;

  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, TRANCHE_TYPE_LIST_FILTER,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/filter-popover.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheFilterPopover, name)
  BIND (period_row);
  BIND (from_row);
  BIND (from_button);
  BIND (from_calendar);
  BIND (until_row);
  BIND (until_button);
  BIND (until_calendar);
  BIND (least_row);
  BIND (most_row);
  BIND (currency_row);
  BIND (account_row);
  BIND (stages_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
add_stage (TrancheFilterPopover *self,
           TrancheStage          stage)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tranche_stage_label (stage));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->stages_row, row);
  self->stage_checks[stage] = GTK_CHECK_BUTTON (check);
}

static void
tranche_filter_popover_init (TrancheFilterPopover *self)
{
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);

  self->showing = TRUE;
  self->filter = tranche_list_filter_new ();
  self->account_ids = g_ptr_array_new_with_free_func (g_free);
  self->currencies = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (TranchePeriod period = 0; period < TRANCHE_N_PERIODS; period++)
    gtk_string_list_append (periods, tranche_period_label (period));
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (periods));
  adw_combo_row_set_model (self->currency_row, G_LIST_MODEL (self->currencies));
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++)
    add_stage (self, stage);
  show_filter (self);
}

static void
add_currency (TrancheFilterPopover *self,
              const char           *currency)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->currencies)); i++) {
    if (g_strcmp0 (gtk_string_list_get_string (self->currencies, i), currency) == 0)
      return;
  }

  gtk_string_list_append (self->currencies, currency);
}

static void
connections_changed_cb (TrancheFilterPopover *self,
                        guint                 position,
                        guint                 n_removed,
                        guint                 n_added,
                        GListModel           *connections)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->showing = TRUE;
  g_ptr_array_set_size (self->account_ids, 0);
  g_ptr_array_add (self->account_ids, NULL);
  gtk_string_list_append (labels, _("Any"));
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    TrancheAccount *account = tranche_connection_get_account (connection);

    g_ptr_array_add (self->account_ids, g_strdup (tranche_account_get_id (account)));
    gtk_string_list_take (labels, tranche_account_label (account));
    add_currency (self, tranche_account_get_currency (account));
  }

  adw_combo_row_set_model (self->account_row, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->currency_row),
                          g_list_model_get_n_items (G_LIST_MODEL (self->currencies)) > 1);
  show_filter (self);
}

void
tranche_filter_popover_set_connections (TrancheFilterPopover *self,
                                        GListModel           *connections)
{
  g_return_if_fail (TRANCHE_IS_FILTER_POPOVER (self));

  g_signal_connect_object (connections, "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);
  connections_changed_cb (self, 0, 0, 0, connections);
}
