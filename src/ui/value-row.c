/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/value-row.h"

#include "ui/clipboard.h"

struct _TrancheValueRow {
  AdwActionRow parent_instance;

  char *value;
  gboolean copyable;
};

G_DEFINE_FINAL_TYPE (TrancheValueRow, tranche_value_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_0,
  PROP_VALUE,
  PROP_COPYABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
copy_cb (TrancheValueRow *self)
{
  tranche_clipboard_copy (GTK_WIDGET (self), self->value);
}

static void
set_copyable (TrancheValueRow *self,
              gboolean         copyable)
{
  if (self->copyable == copyable)
    return;

  self->copyable = copyable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COPYABLE]);
}

static void
tranche_value_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrancheValueRow *self = TRANCHE_VALUE_ROW (object);

  switch (prop_id) {
  case PROP_VALUE:
    g_value_set_string (value, self->value);
    break;
  case PROP_COPYABLE:
    g_value_set_boolean (value, self->copyable);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_value_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TrancheValueRow *self = TRANCHE_VALUE_ROW (object);

  switch (prop_id) {
  case PROP_VALUE:
    tranche_value_row_set_value (self, g_value_get_string (value));
    break;
  case PROP_COPYABLE:
    set_copyable (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_value_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_VALUE_ROW);

  G_OBJECT_CLASS (tranche_value_row_parent_class)->dispose (object);
}

static void
tranche_value_row_finalize (GObject *object)
{
  TrancheValueRow *self = TRANCHE_VALUE_ROW (object);

  g_free (self->value);

  G_OBJECT_CLASS (tranche_value_row_parent_class)->finalize (object);
}

static void
tranche_value_row_class_init (TrancheValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_value_row_get_property;
  object_class->set_property = tranche_value_row_set_property;
  object_class->dispose = tranche_value_row_dispose;
  object_class->finalize = tranche_value_row_finalize;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COPYABLE] =
    g_param_spec_boolean ("copyable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/value-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
tranche_value_row_init (TrancheValueRow *self)
{
  self->value = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
tranche_value_row_get_value (TrancheValueRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_VALUE_ROW (self), NULL);

  return self->value;
}

void
tranche_value_row_set_value (TrancheValueRow *self,
                             const char      *value)
{
  g_return_if_fail (TRANCHE_IS_VALUE_ROW (self));

  if (!g_set_str (&self->value, value != NULL ? value : ""))
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->value);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->value != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
