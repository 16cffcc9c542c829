/** MariaDB: what it does its own way, where that is not MySQL's. */
package dev.autogen.dialect.mariadb;
