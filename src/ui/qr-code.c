/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/qr-code.h"

#include <glib/gi18n.h>

#include "ui/qr-matrix.h"

#define SMALLEST_SIZE 120
#define NATURAL_SIZE 240

struct _TrancheQrCode {
  GtkWidget parent_instance;

  char *text;
  TrancheQrMatrix *code;
};

G_DEFINE_FINAL_TYPE (TrancheQrCode, tranche_qr_code, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tranche_qr_code_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TrancheQrCode *self = TRANCHE_QR_CODE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size, modules, module, side, left, top;
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA black = { 0, 0, 0, 1 };

  if (self->code == NULL)
    return;

  /* Whole pixels a module keep the edges sharp for the camera. */
  size = tranche_qr_matrix_get_size (self->code);
  modules = size + 2 * TRANCHE_QR_QUIET_ZONE;
  module = MAX (1, MIN (width, height) / modules);
  side = module * modules;
  left = (width - side) / 2;
  top = (height - side) / 2;

  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (left, top, side, side));

  for (int y = 0; y < size; y++) {
    for (int x = 0; x < size; x++) {
      if (!tranche_qr_matrix_is_black (self->code, x, y))
        continue;

      gtk_snapshot_append_color (snapshot, &black,
                                 &GRAPHENE_RECT_INIT (left + (x + TRANCHE_QR_QUIET_ZONE) * module,
                                                      top + (y + TRANCHE_QR_QUIET_ZONE) * module,
                                                      module, module));
    }
  }
}

static GtkSizeRequestMode
tranche_qr_code_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tranche_qr_code_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = SMALLEST_SIZE;
  *natural = NATURAL_SIZE;
}

static void
tranche_qr_code_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrancheQrCode *self = TRANCHE_QR_CODE (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_qr_code_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrancheQrCode *self = TRANCHE_QR_CODE (object);

  switch (prop_id) {
  case PROP_TEXT:
    tranche_qr_code_set_text (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_qr_code_finalize (GObject *object)
{
  TrancheQrCode *self = TRANCHE_QR_CODE (object);

  g_clear_pointer (&self->code, tranche_qr_matrix_free);
  g_free (self->text);

  G_OBJECT_CLASS (tranche_qr_code_parent_class)->finalize (object);
}

static void
tranche_qr_code_class_init (TrancheQrCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_qr_code_get_property;
  object_class->set_property = tranche_qr_code_set_property;
  object_class->finalize = tranche_qr_code_finalize;

  widget_class->snapshot = tranche_qr_code_snapshot;
  widget_class->measure = tranche_qr_code_measure;
  widget_class->get_request_mode = tranche_qr_code_get_request_mode;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tranche_qr_code_init (TrancheQrCode *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("QR code of the link"),
                                  -1);
}

GtkWidget *
tranche_qr_code_new (void)
{
  return g_object_new (TRANCHE_TYPE_QR_CODE, NULL);
}

const char *
tranche_qr_code_get_text (TrancheQrCode *self)
{
  g_return_val_if_fail (TRANCHE_IS_QR_CODE (self), NULL);

  return self->text;
}

void
tranche_qr_code_set_text (TrancheQrCode *self,
                          const char    *text)
{
  g_return_if_fail (TRANCHE_IS_QR_CODE (self));

  if (!g_set_str (&self->text, text))
    return;

  g_clear_pointer (&self->code, tranche_qr_matrix_free);
  self->code = tranche_qr_matrix_new (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
