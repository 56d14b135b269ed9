/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/raw-row.h"

struct _TrancheRawRow {
  AdwExpanderRow parent_instance;

  GtkLabel *label;

  char *state;
  char *answer;
};

G_DEFINE_FINAL_TYPE (TrancheRawRow, tranche_raw_row, ADW_TYPE_EXPANDER_ROW)

enum {
  PROP_0,
  PROP_STATE,
  PROP_ANSWER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_visible (TrancheRawRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), *self->state != '\0' || *self->answer != '\0');
}

static void
tranche_raw_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrancheRawRow *self = TRANCHE_RAW_ROW (object);

  switch (prop_id) {
  case PROP_STATE:
    g_value_set_string (value, self->state);
    break;
  case PROP_ANSWER:
    g_value_set_string (value, self->answer);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_raw_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrancheRawRow *self = TRANCHE_RAW_ROW (object);

  switch (prop_id) {
  case PROP_STATE:
    tranche_raw_row_set_state (self, g_value_get_string (value));
    break;
  case PROP_ANSWER:
    tranche_raw_row_set_answer (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_raw_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_RAW_ROW);

  G_OBJECT_CLASS (tranche_raw_row_parent_class)->dispose (object);
}

static void
tranche_raw_row_finalize (GObject *object)
{
  TrancheRawRow *self = TRANCHE_RAW_ROW (object);

  g_free (self->state);
  g_free (self->answer);

  G_OBJECT_CLASS (tranche_raw_row_parent_class)->finalize (object);
}

static void
tranche_raw_row_class_init (TrancheRawRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_raw_row_get_property;
  object_class->set_property = tranche_raw_row_set_property;
  object_class->dispose = tranche_raw_row_dispose;
  object_class->finalize = tranche_raw_row_finalize;

  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "", flags);
  properties[PROP_ANSWER] = g_param_spec_string ("answer", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/raw-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheRawRow, label);
}

static void
tranche_raw_row_init (TrancheRawRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->state = g_strdup ("");
  self->answer = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));

  /* A hyphen at the end of a line would be read as part of the answer. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->label, attributes);
}

void
tranche_raw_row_set_state (TrancheRawRow *self,
                           const char    *state)
{
  g_return_if_fail (TRANCHE_IS_RAW_ROW (self));

  if (!g_set_str (&self->state, state != NULL ? state : ""))
    return;

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), self->state);
  update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
tranche_raw_row_set_answer (TrancheRawRow *self,
                            const char    *answer)
{
  g_return_if_fail (TRANCHE_IS_RAW_ROW (self));

  if (!g_set_str (&self->answer, answer != NULL ? answer : ""))
    return;

  gtk_label_set_label (self->label, self->answer);
  update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
}
