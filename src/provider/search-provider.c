/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "provider/search-provider.h"

#include "provider/result-words.h"
#include "store/book-glance.h"
#include "store/book-question.h"

#define SERVICE_ID TRANCHE_APPLICATION_ID ".SearchProvider"
#define SERVICE_PATH "/io/github/tranche/Tranche/SearchProvider"
#define PROGRAM_PATH "/io/github/tranche/Tranche"

/* More are not shown; the program itself shows the rest. */
#define MAX_RESULTS 10
/* The desktop shows what comes while somebody types. */
#define PATIENCE 40 /* ms */
#define IDLE_SECONDS 30

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

struct _TrancheSearchProvider {
  GApplication parent_instance;

  char *book_path;
  GSettings *settings;
  guint registration_id;
};

G_DEFINE_FINAL_TYPE (TrancheSearchProvider, tranche_search_provider, G_TYPE_APPLICATION)

static gboolean
is_on (TrancheSearchProvider *self)
{
  return g_settings_get_boolean (self->settings, "search-provider");
}

/* @ids: (nullable) */
static GVariant *
list_results (GArray *ids)
{
  g_auto (GVariantBuilder) results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_variant_builder_add_value (&results, g_variant_new_take_string (
      g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i))));

  return g_variant_new ("(as)", &results);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GDBusMethodInvocation) invocation = user_data;
  TrancheSearchProvider *self = g_dbus_method_invocation_get_user_data (invocation);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tranche_book_question_ask_finish (result, &error);

  /* A search is no place to say that there is nothing to look into. */
  if (ids == NULL)
    g_debug ("The book could not be searched: %s", error->message);

  g_dbus_method_invocation_return_value (g_steal_pointer (&invocation), list_results (ids));
  g_application_release (G_APPLICATION (self));
}

/* Takes @invocation. The book is opened anew each time: meanwhile it may have been
 * restored or moved. */
static void
find_results (TrancheSearchProvider *self,
              const char * const    *terms,
              GDBusMethodInvocation *invocation)
{
  g_autofree char *typed = g_strjoinv (" ", (char **) terms);

  if (!is_on (self)) {
    g_dbus_method_invocation_return_value (invocation, list_results (NULL));
    return;
  }

  g_application_hold (G_APPLICATION (self));
  tranche_book_question_ask_async (self->book_path, typed, MAX_RESULTS, PATIENCE, found_cb,
                                   invocation);
}

static gboolean
parse_id (const char *text,
          gint64     *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

static GVariant *
describe_results (TrancheSearchProvider *self,
                  const char * const    *identifiers)
{
  g_autoptr (TrancheBookGlance) book =
    is_on (self) ? tranche_book_glance_open (self->book_path, NULL) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; book != NULL && identifiers[i] != NULL; i++) {
    g_autoptr (TrancheOrder) order = NULL;
    gint64 id;

    if (parse_id (identifiers[i], &id))
      order = tranche_book_glance_load (book, id, NULL);
    if (order != NULL)
      g_variant_builder_add_value (&metas, tranche_result_words (identifiers[i], order, now));
  }

  return g_variant_new ("(aa{sv})", &metas);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheSearchProvider) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_application_release (G_APPLICATION (self));
  if (reply == NULL)
    g_warning ("The program could not be reached: %s", error->message);
}

/* The bus starts the program where it does not run. */
static void
run_program (TrancheSearchProvider *self,
             const char            *action,
             GVariant              *parameter,
             guint32                timestamp)
{
  g_auto (GVariantBuilder) platform_data = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);

  g_variant_builder_add (&platform_data, "{sv}", "desktop-startup-id",
                         g_variant_new_string (startup_id));
  g_variant_builder_add (&parameters, "v", parameter);

  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)),
                          TRANCHE_APPLICATION_ID, PROGRAM_PATH,
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &parameters, &platform_data),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          shown_cb, g_object_ref (self));
}

static void
activate_result (TrancheSearchProvider *self,
                 GVariant              *arguments)
{
  const char *identifier;
  guint32 timestamp;
  gint64 id;

  g_variant_get (arguments, "(&s^a&su)", &identifier, NULL, &timestamp);
  if (parse_id (identifier, &id))
    run_program (self, "open-order", g_variant_new_int64 (id), timestamp);
}

static void
launch_search (TrancheSearchProvider *self,
               GVariant              *arguments)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;
  guint32 timestamp;

  g_variant_get (arguments, "(^a&su)", &terms, &timestamp);
  text = g_strjoinv (" ", (char **) terms);
  run_program (self, "search", g_variant_new_string (text), timestamp);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *object_path,
                  const char            *interface_name,
                  const char            *method_name,
                  GVariant              *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  TrancheSearchProvider *self = user_data;
  g_autofree const char **words = NULL;

  /* The time until it ends of itself begins anew. */
  g_application_hold (G_APPLICATION (self));

  if (g_str_equal (method_name, "GetInitialResultSet")) {
    g_variant_get (arguments, "(^a&s)", &words);
    find_results (self, words, invocation);
  } else if (g_str_equal (method_name, "GetSubsearchResultSet")) {
    /* Of what was found before, only the newest is known. */
    g_variant_get_child (arguments, 1, "^a&s", &words);
    find_results (self, words, invocation);
  } else if (g_str_equal (method_name, "GetResultMetas")) {
    g_variant_get (arguments, "(^a&s)", &words);
    g_dbus_method_invocation_return_value (invocation, describe_results (self, words));
  } else if (g_str_equal (method_name, "ActivateResult")) {
    activate_result (self, arguments);
    g_dbus_method_invocation_return_value (invocation, NULL);
  } else {
    launch_search (self, arguments);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }

  g_application_release (G_APPLICATION (self));
}

static const GDBusInterfaceVTable vtable = {
  .method_call = method_called_cb,
};

static gboolean
tranche_search_provider_dbus_register (GApplication     *application,
                                       GDBusConnection  *connection,
                                       const char       *object_path,
                                       GError          **error)
{
  TrancheSearchProvider *self = TRANCHE_SEARCH_PROVIDER (application);
  g_autoptr (GDBusNodeInfo) node = NULL;

  if (!G_APPLICATION_CLASS (tranche_search_provider_parent_class)
         ->dbus_register (application, connection, object_path, error))
    return FALSE;

  node = g_dbus_node_info_new_for_xml (interface_xml, error);
  if (node == NULL)
    return FALSE;

  self->registration_id =
    g_dbus_connection_register_object (connection, SERVICE_PATH, node->interfaces[0],
                                       &vtable, self, NULL, error);
  return self->registration_id != 0;
}

static void
tranche_search_provider_dbus_unregister (GApplication    *application,
                                         GDBusConnection *connection,
                                         const char      *object_path)
{
  TrancheSearchProvider *self = TRANCHE_SEARCH_PROVIDER (application);

  if (self->registration_id != 0)
    g_dbus_connection_unregister_object (connection, self->registration_id);
  self->registration_id = 0;

  G_APPLICATION_CLASS (tranche_search_provider_parent_class)
    ->dbus_unregister (application, connection, object_path);
}

static void
tranche_search_provider_finalize (GObject *object)
{
  TrancheSearchProvider *self = TRANCHE_SEARCH_PROVIDER (object);

  g_clear_object (&self->settings);
  g_free (self->book_path);

  G_OBJECT_CLASS (tranche_search_provider_parent_class)->finalize (object);
}

static void
tranche_search_provider_class_init (TrancheSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tranche_search_provider_finalize;
  application_class->dbus_register = tranche_search_provider_dbus_register;
  application_class->dbus_unregister = tranche_search_provider_dbus_unregister;
}

static void
tranche_search_provider_init (TrancheSearchProvider *self)
{
  self->settings = g_settings_new (TRANCHE_APPLICATION_ID);
}

TrancheSearchProvider *
tranche_search_provider_new (const char *book_path)
{
  TrancheSearchProvider *self =
    g_object_new (TRANCHE_TYPE_SEARCH_PROVIDER,
                  "application-id", SERVICE_ID,
                  "flags", G_APPLICATION_IS_SERVICE,
                  "inactivity-timeout", IDLE_SECONDS * 1000,
                  NULL);

  self->book_path = g_strdup (book_path);
  return self;
}
