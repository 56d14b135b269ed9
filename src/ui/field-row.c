/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/field-row.h"

#include <glib/gi18n.h>

struct _TrancheFieldRow {
  AdwEntryRow parent_instance;

  char *label;
  char *flaw;
};

G_DEFINE_FINAL_TYPE (TrancheFieldRow, tranche_field_row, ADW_TYPE_ENTRY_ROW)

enum {
  PROP_0,
  PROP_LABEL,
  PROP_FLAW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_title (TrancheFieldRow *self)
{
  g_autofree char *title = NULL;

  if (self->flaw == NULL)
    title = g_strdup (self->label != NULL ? self->label : "");
  else
    /* Translators: the name of a field and what is wrong with it, "Phone — required". */
    title = g_strdup_printf (_("%s — %s"), self->label != NULL ? self->label : "", self->flaw);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->flaw);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               self->flaw != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                  : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (self->flaw != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
changed_cb (TrancheFieldRow *self)
{
  tranche_field_row_set_flaw (self, NULL);
}

static void
tranche_field_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrancheFieldRow *self = TRANCHE_FIELD_ROW (object);

  switch (prop_id) {
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_FLAW:
    g_value_set_string (value, self->flaw);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_field_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TrancheFieldRow *self = TRANCHE_FIELD_ROW (object);

  switch (prop_id) {
  case PROP_LABEL:
    if (g_set_str (&self->label, g_value_get_string (value))) {
      update_title (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_FLAW:
    tranche_field_row_set_flaw (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_field_row_finalize (GObject *object)
{
  TrancheFieldRow *self = TRANCHE_FIELD_ROW (object);

  g_free (self->label);
  g_free (self->flaw);

  G_OBJECT_CLASS (tranche_field_row_parent_class)->finalize (object);
}

static void
tranche_field_row_class_init (TrancheFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tranche_field_row_get_property;
  object_class->set_property = tranche_field_row_set_property;
  object_class->finalize = tranche_field_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FLAW] =
    g_param_spec_string ("flaw", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* Enter goes on to the next field, as at a till; it sends nothing by itself. */
static void
entry_activated_cb (TrancheFieldRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static void
tranche_field_row_init (TrancheFieldRow *self)
{
  /* What is wrong is written as it is, ampersands and all. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (entry_activated_cb), NULL);
}

const char *
tranche_field_row_get_flaw (TrancheFieldRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_FIELD_ROW (self), NULL);

  return self->flaw;
}

void
tranche_field_row_set_flaw (TrancheFieldRow *self,
                            const char      *flaw)
{
  g_return_if_fail (TRANCHE_IS_FIELD_ROW (self));

  if (!g_set_str (&self->flaw, flaw))
    return;

  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FLAW]);
}

void
tranche_field_row_set_text (TrancheFieldRow *self,
                            const char      *text)
{
  g_return_if_fail (TRANCHE_IS_FIELD_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
}

char *
tranche_field_row_dup_text (TrancheFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRANCHE_IS_FIELD_ROW (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
