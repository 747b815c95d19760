/** An example to copy: a program that deploys by way of a build server. */
package example;
