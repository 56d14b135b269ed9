/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fixture.h"

#define FOLDER "/io/github/tranche/Tranche/ui/"

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  char **class_name = user_data;

  for (guint i = 0; g_str_equal (element, "template") && names[i] != NULL; i++) {
    if (g_str_equal (names[i], "class"))
      *class_name = g_strdup (values[i]);
  }
}

/* The class that the file at @path is the template of; NULL where it is none. */
static char *
find_class (const char *path)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  char *class_name = NULL;
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &class_name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (file, NULL),
                                (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);

  return class_name;
}

/* What gtk4-builder-tool would do, which knows neither libadwaita nor the program: the
 * template is built for its type. Each type, property, child, binding and handler in
 * it has to be there, and a warning ends the test. */
static void
test_template (gconstpointer data)
{
  const char *path = data;
  g_autofree char *class_name = find_class (path);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GObject) object = NULL;
  g_autoptr (GError) error = NULL;
  GType type;

  if (class_name == NULL) {
    gtk_builder_add_from_resource (builder, path, &error);
    g_assert_no_error (error);
    return;
  }

  type = gtk_builder_get_type_from_name (builder, class_name);
  if (type == G_TYPE_INVALID) {
    g_test_fail_printf ("%s: there is no %s", path, class_name);
    return;
  }
  if (G_TYPE_IS_ABSTRACT (type)) {
    g_autoptr (GTypeClass) class = g_type_class_ref (type);

    g_assert_nonnull (class);
    return;
  }

  /* As far as the template goes: what a dialog is constructed with is not there. */
  object = g_object_ref_sink (G_OBJECT (g_type_create_instance (type)));
  g_assert_true (GTK_IS_WIDGET (object));
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *test = g_strdup_printf ("/templates/%s", names[i]);
    char *path = g_strconcat (FOLDER, names[i], NULL);

    g_ptr_array_add (paths, path);
    g_test_add_data_func (test, path, test_template);
  }

  return g_test_run ();
}
