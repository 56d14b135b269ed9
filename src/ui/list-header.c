/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-header.h"

#include <float.h>

#include "ui/filter-popover.h"

struct _TrancheListHeader {
  AdwBin parent_instance;

  AdwHeaderBar *header_bar;
  AdwBin *search_wide;
  AdwBin *search_narrow;
  GtkWidget *search_box;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  TrancheFilterPopover *filter_popover;

  TrancheLiveStatus *live_status;
  TrancheListFilter *filter;
  char *text;
  gboolean narrow;
  gboolean sidebar_shown;
  gboolean sidebar_hideable;
  gboolean refreshing;
  double progress;
};

G_DEFINE_FINAL_TYPE (TrancheListHeader, tranche_list_header, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_FILTER,
  PROP_NARROW,
  PROP_SIDEBAR_SHOWN,
  PROP_SIDEBAR_HIDEABLE,
  PROP_REFRESHING,
  PROP_PROGRESS,
  N_PROPS,
};

enum {
  SIGNAL_SEARCH_LEFT,
  SIGNAL_MENU_OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Beside the name of the view there is no room for everything: to refresh is in
 * the menu as well. */
static gboolean
shows_refresh (TrancheListHeader *self,
               gboolean           refreshing,
               gboolean           narrow)
{
  return !refreshing && !narrow;
}

static void
search_changed_cb (TrancheListHeader *self)
{
  if (g_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* Whoever types in the rows goes on in the entry, behind the first letter. */
static void
search_started_cb (TrancheListHeader *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

static void
search_down_cb (TrancheListHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_SEARCH_LEFT], 0, TRUE);
}

static void
stop_search_cb (TrancheListHeader *self)
{
  tranche_list_header_clear_search (self);
  g_signal_emit (self, signals[SIGNAL_SEARCH_LEFT], 0, FALSE);
}

static void
menu_opened_cb (TrancheListHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_MENU_OPENED], 0);
}

/* One entry in two places, so that neither text nor focus is doubled. */
static void
move_search (TrancheListHeader *self,
             AdwBin            *from,
             AdwBin            *to)
{
  g_autoptr (GtkWidget) search = g_object_ref (self->search_box);

  if (adw_bin_get_child (from) == NULL)
    return;

  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, search);
}

static void
set_filter (TrancheListHeader       *self,
            const TrancheListFilter *filter)
{
  if (filter == NULL || tranche_list_filter_equal (self->filter, filter))
    return;

  tranche_list_filter_free (self->filter);
  self->filter = tranche_list_filter_copy (filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
set_narrow (TrancheListHeader *self,
            gboolean           narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    move_search (self, self->search_wide, self->search_narrow);
  else
    move_search (self, self->search_narrow, self->search_wide);
  adw_header_bar_set_title_widget (self->header_bar, narrow ? NULL : GTK_WIDGET (self->search_wide));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
live_status_changed_cb (TrancheListHeader *self)
{
  guint pending = tranche_live_status_get_pending (self->live_status);
  guint total = tranche_live_status_get_total (self->live_status);
  gboolean refreshing = pending > 0 && total > 0;
  double progress = refreshing ? (double) (total - MIN (pending, total)) / total : 0;

  if (self->refreshing != refreshing) {
    self->refreshing = refreshing;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
  }
  if (!G_APPROX_VALUE (self->progress, progress, DBL_EPSILON)) {
    self->progress = progress;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  }
}

static void
tranche_list_header_dispose (GObject *object)
{
  TrancheListHeader *self = TRANCHE_LIST_HEADER (object);

  g_clear_object (&self->live_status);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_LIST_HEADER);

  G_OBJECT_CLASS (tranche_list_header_parent_class)->dispose (object);
}

static void
tranche_list_header_finalize (GObject *object)
{
  TrancheListHeader *self = TRANCHE_LIST_HEADER (object);

  g_free (self->text);
  tranche_list_filter_free (self->filter);

  G_OBJECT_CLASS (tranche_list_header_parent_class)->finalize (object);
}

static void
tranche_list_header_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheListHeader *self = TRANCHE_LIST_HEADER (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_FILTER:
    g_value_set_boxed (value, self->filter);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_SIDEBAR_SHOWN:
    g_value_set_boolean (value, self->sidebar_shown);
    break;
  case PROP_SIDEBAR_HIDEABLE:
    g_value_set_boolean (value, self->sidebar_hideable);
    break;
  case PROP_REFRESHING:
    g_value_set_boolean (value, self->refreshing);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_flag (TrancheListHeader *self,
          gboolean          *flag,
          const GValue      *value,
          GParamSpec        *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;

  *flag = g_value_get_boolean (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tranche_list_header_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheListHeader *self = TRANCHE_LIST_HEADER (object);

  switch (prop_id) {
  case PROP_FILTER:
    set_filter (self, g_value_get_boxed (value));
    break;
  case PROP_NARROW:
    set_narrow (self, g_value_get_boolean (value));
    break;
  case PROP_SIDEBAR_SHOWN:
    set_flag (self, &self->sidebar_shown, value, pspec);
    break;
  case PROP_SIDEBAR_HIDEABLE:
    set_flag (self, &self->sidebar_hideable, value, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", readable);
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, TRANCHE_TYPE_LIST_FILTER, writable);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, writable);
  properties[PROP_SIDEBAR_SHOWN] =
    g_param_spec_boolean ("sidebar-shown", NULL, NULL, FALSE, writable);
  properties[PROP_SIDEBAR_HIDEABLE] =
    g_param_spec_boolean ("sidebar-hideable", NULL, NULL, FALSE, writable);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, readable);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_FILTER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/list-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, search_wide);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, search_narrow);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, search_box);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheListHeader, filter_popover);
  gtk_widget_class_bind_template_callback (widget_class, shows_refresh);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_opened_cb);
}

static void
tranche_list_header_class_init (TrancheListHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_list_header_dispose;
  object_class->finalize = tranche_list_header_finalize;
  object_class->get_property = tranche_list_header_get_property;
  object_class->set_property = tranche_list_header_set_property;

  install_properties (object_class);

  signals[SIGNAL_SEARCH_LEFT] =
    g_signal_new ("search-left",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_MENU_OPENED] =
    g_signal_new ("menu-opened",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_list_header_init (TrancheListHeader *self)
{
  self->text = g_strdup ("");
  self->filter = tranche_list_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_list_header_follow (TrancheListHeader *self,
                            TrancheLiveStatus *live_status)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));
  g_return_if_fail (self->live_status == NULL);

  self->live_status = g_object_ref (live_status);
  g_signal_connect_object (live_status, "notify::pending",
                           G_CALLBACK (live_status_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live_status, "notify::total",
                           G_CALLBACK (live_status_changed_cb), self, G_CONNECT_SWAPPED);
  live_status_changed_cb (self);
}

void
tranche_list_header_set_connections (TrancheListHeader *self,
                                     GListModel        *connections)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));

  tranche_filter_popover_set_connections (self->filter_popover, connections);
}

void
tranche_list_header_show_filter (TrancheListHeader *self)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));

  gtk_menu_button_popup (self->filter_button);
}

void
tranche_list_header_capture (TrancheListHeader *self,
                             GtkWidget         *widget)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));

  gtk_search_entry_set_key_capture_widget (self->search_entry, widget);
}

void
tranche_list_header_focus_search (TrancheListHeader *self)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
tranche_list_header_search (TrancheListHeader *self,
                            const char        *text)
{
  g_return_if_fail (TRANCHE_IS_LIST_HEADER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  search_changed_cb (self);
}

void
tranche_list_header_clear_search (TrancheListHeader *self)
{
  tranche_list_header_search (self, "");
}
