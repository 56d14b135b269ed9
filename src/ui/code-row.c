/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/code-row.h"

#include <glib/gi18n.h>

#include "ui/field-row.h"

/* What banks allow; see the limits of available_parts_count. */
#define FEWEST_PAYMENTS 3
#define MOST_PAYMENTS 25

enum {
  PROP_0,
  PROP_CODE_LABEL,
  PROP_NEW_TITLE,
  PROP_CODE,
  PROP_NAME,
  PROP_TERMS,
  N_STRING_PROPS,
  PROP_SHOW_TERMS = N_STRING_PROPS,
  N_PROPS,
};

struct _TrancheCodeRow {
  AdwExpanderRow parent_instance;

  char *strings[N_STRING_PROPS];
  gboolean show_terms;

  TrancheFieldRow *code_row;
  TrancheFieldRow *name_row;
  TrancheFieldRow *terms_row;
};

G_DEFINE_FINAL_TYPE (TrancheCodeRow, tranche_code_row, ADW_TYPE_EXPANDER_ROW)

static const char * const string_names[N_STRING_PROPS] = {
  [PROP_CODE_LABEL] = "code-label",
  [PROP_NEW_TITLE] = "new-title",
  [PROP_CODE] = "code",
  [PROP_NAME] = "name",
  [PROP_TERMS] = "terms",
};

static GParamSpec *properties[N_PROPS];

enum {
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
row_title (TrancheCodeRow *self,
           const char     *new_title,
           const char     *name,
           const char     *code)
{
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  return g_strdup (code != NULL && *code != '\0' ? code : new_title);
}

static void
remove_clicked_cb (TrancheCodeRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
tranche_code_row_grab_focus (GtkWidget *widget)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (TRANCHE_CODE_ROW (widget)->code_row));
}

static void
tranche_code_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrancheCodeRow *self = TRANCHE_CODE_ROW (object);

  switch (prop_id) {
  case PROP_CODE_LABEL ... PROP_TERMS:
    /* They are bound to entries, which take no NULL. */
    g_value_set_string (value, self->strings[prop_id] != NULL ? self->strings[prop_id] : "");
    break;
  case PROP_SHOW_TERMS:
    g_value_set_boolean (value, self->show_terms);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_code_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrancheCodeRow *self = TRANCHE_CODE_ROW (object);

  switch (prop_id) {
  case PROP_CODE_LABEL ... PROP_TERMS:
    /* An entry is bound to it, which cannot be without a text. */
    if (g_set_str (&self->strings[prop_id],
                   g_value_get_string (value) != NULL ? g_value_get_string (value) : ""))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_SHOW_TERMS:
    if (self->show_terms != g_value_get_boolean (value)) {
      self->show_terms = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_code_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_CODE_ROW);

  G_OBJECT_CLASS (tranche_code_row_parent_class)->dispose (object);
}

static void
tranche_code_row_finalize (GObject *object)
{
  TrancheCodeRow *self = TRANCHE_CODE_ROW (object);

  for (guint i = 0; i < N_STRING_PROPS; i++)
    g_free (self->strings[i]);

  G_OBJECT_CLASS (tranche_code_row_parent_class)->finalize (object);
}

static void
tranche_code_row_class_init (TrancheCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_code_row_get_property;
  object_class->set_property = tranche_code_row_set_property;
  object_class->dispose = tranche_code_row_dispose;
  object_class->finalize = tranche_code_row_finalize;

  widget_class->grab_focus = tranche_code_row_grab_focus;

  for (guint i = PROP_CODE_LABEL; i < N_STRING_PROPS; i++)
    properties[i] = g_param_spec_string (string_names[i], NULL, NULL, "", flags);
  properties[PROP_SHOW_TERMS] = g_param_spec_boolean ("show-terms", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REMOVE] = g_signal_new ("remove", TRANCHE_TYPE_CODE_ROW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/code-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheCodeRow, code_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCodeRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCodeRow, terms_row);
  gtk_widget_class_bind_template_callback (widget_class, row_title);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
tranche_code_row_init (TrancheCodeRow *self)
{
  for (guint i = PROP_CODE_LABEL; i < N_STRING_PROPS; i++)
    self->strings[i] = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
tranche_terms_are_valid (const char *terms)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (terms != NULL, FALSE);

  parts = g_strsplit (terms, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, FEWEST_PAYMENTS, MOST_PAYMENTS,
                                     NULL, NULL))
      return FALSE;
  }

  return parts[0] != NULL;
}

gboolean
tranche_code_row_collect (TrancheCodeRow  *self,
                          char           **code,
                          char           **name,
                          char           **terms)
{
  g_autofree char *typed_code = NULL;
  g_autofree char *typed_terms = NULL;

  g_return_val_if_fail (TRANCHE_IS_CODE_ROW (self), FALSE);

  typed_code = tranche_field_row_dup_text (self->code_row);
  if (typed_code == NULL) {
    tranche_field_row_set_flaw (self->code_row, _("Required"));
    return FALSE;
  }

  typed_terms = tranche_field_row_dup_text (self->terms_row);
  if (self->show_terms && (typed_terms == NULL || !tranche_terms_are_valid (typed_terms))) {
    tranche_field_row_set_flaw (self->terms_row, _("Numbers from 3 to 25, parted by commas"));
    return FALSE;
  }

  *code = g_steal_pointer (&typed_code);
  *name = tranche_field_row_dup_text (self->name_row);
  if (terms != NULL)
    *terms = g_steal_pointer (&typed_terms);

  return TRUE;
}
